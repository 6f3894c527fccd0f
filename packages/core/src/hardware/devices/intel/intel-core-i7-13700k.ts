import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_13700K: HardwareSpec = {
  id: 'intel-core-i7-13700k',
  name: 'Intel Core i7-13700K',
  aliases: ['Intel Core i7-13700KF'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'raptorlake',
  releaseYear: 2022,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 2e12, fp16: 2e12, int8: 8e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 30 * 2 ** 20,
  computeUnits: 16,
  clockHz: 5.3e9,
  powerWatts: 125,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

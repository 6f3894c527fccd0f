import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_14700K: HardwareSpec = {
  id: 'intel-core-i7-14700k',
  name: 'Intel Core i7-14700K',
  aliases: ['Intel Core i7-14700KF'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'raptorlake',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 2.18e12, fp16: 2.18e12, int8: 8.72e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 33 * 2 ** 20,
  computeUnits: 20,
  clockHz: 5.3e9,
  powerWatts: 125,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I9_14900K: HardwareSpec = {
  id: 'intel-core-i9-14900k',
  name: 'Intel Core i9-14900K',
  aliases: ['Intel Core i9-14900KF'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'raptorlake',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 2.5e12, fp16: 2.5e12, int8: 10e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 36 * 2 ** 20,
  computeUnits: 24,
  clockHz: 5.5e9,
  powerWatts: 125,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

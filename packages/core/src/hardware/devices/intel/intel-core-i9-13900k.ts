import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I9_13900K: HardwareSpec = {
  id: 'intel-core-i9-13900k',
  name: 'Intel Core i9-13900K',
  aliases: ['Intel Core i9-13900K CPU', 'Intel Core i9-13900KF'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'raptorlake',
  releaseYear: 2022,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 2.46e12, fp16: 2.46e12, int8: 9.8e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 36 * 2 ** 20,
  computeUnits: 24,
  clockHz: 5.4e9,
  powerWatts: 125,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

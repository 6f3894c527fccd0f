import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I5_13600K: HardwareSpec = {
  id: 'intel-core-i5-13600k',
  name: 'Intel Core i5-13600K',
  aliases: ['Intel Core i5-13600K CPU', 'Intel Core i5-13600KF'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'raptorlake',
  releaseYear: 2022,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 1.48e12, fp16: 1.48e12, int8: 5.9e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 14,
  clockHz: 5.1e9,
  powerWatts: 125,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

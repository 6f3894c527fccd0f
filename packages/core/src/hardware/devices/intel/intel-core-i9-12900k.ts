import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I9_12900K: HardwareSpec = {
  id: 'intel-core-i9-12900k',
  name: 'Intel Core i9-12900K',
  aliases: ['Intel Core i9-12900KF'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'alderlake',
  releaseYear: 2021,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 1.73e12, fp16: 1.73e12, int8: 6.92e12 },
  memoryBytesPerSecond: 76.8e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 30 * 2 ** 20,
  computeUnits: 16,
  clockHz: 4.9e9,
  powerWatts: 125,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I5_3320M: HardwareSpec = {
  id: 'intel-core-i5-3320m',
  name: 'Intel Core i5-3320M',
  aliases: ['Intel Core i5-3320M CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'ivybridge',
  releaseYear: 2012,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.1e12, fp16: 0.1e12, int8: 0.1e12 },
  memoryBytesPerSecond: 25.6e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 3 * 2 ** 20,
  computeUnits: 2,
  clockHz: 3.1e9,
  powerWatts: 35,
  instructionGeneration: 128,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_1185GRE: HardwareSpec = {
  id: 'intel-core-i7-1185gre',
  name: 'Intel Core i7-1185GRE',
  aliases: ['Intel Core i7-1185GRE CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'tigerlake',
  releaseYear: 2021,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.384e12, fp16: 0.384e12, int8: 1.54e12 },
  memoryBytesPerSecond: 51e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 4,
  clockHz: 3e9,
  powerWatts: 15,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

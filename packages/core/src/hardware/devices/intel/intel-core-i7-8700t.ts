import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_8700T: HardwareSpec = {
  id: 'intel-core-i7-8700t',
  name: 'Intel Core i7-8700T',
  aliases: ['Intel Core i7-8700T CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'coffeelake',
  releaseYear: 2018,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.61e12, fp16: 0.61e12, int8: 1.2e12 },
  memoryBytesPerSecond: 41.6e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 6,
  clockHz: 3.2e9,
  powerWatts: 35,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

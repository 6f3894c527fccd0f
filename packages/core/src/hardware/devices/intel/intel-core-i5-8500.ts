import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I5_8500: HardwareSpec = {
  id: 'intel-core-i5-8500',
  name: 'Intel Core i5-8500',
  aliases: ['Intel Core i5-8500 CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'coffeelake',
  releaseYear: 2018,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.75e12, fp16: 0.75e12, int8: 1.4e12 },
  memoryBytesPerSecond: 41.6e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 9 * 2 ** 20,
  computeUnits: 6,
  clockHz: 3.9e9,
  powerWatts: 65,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

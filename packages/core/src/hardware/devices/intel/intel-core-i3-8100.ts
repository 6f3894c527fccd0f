import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I3_8100: HardwareSpec = {
  id: 'intel-core-i3-8100',
  name: 'Intel Core i3-8100',
  aliases: ['Intel Core i3-8100 CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'coffeelake',
  releaseYear: 2017,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.46e12, fp16: 0.46e12, int8: 0.9e12 },
  memoryBytesPerSecond: 37.5e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 4,
  clockHz: 3.6e9,
  powerWatts: 65,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I5_12400: HardwareSpec = {
  id: 'intel-core-i5-12400',
  name: 'Intel Core i5-12400',
  aliases: ['Intel Core i5-12400F'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'alderlake',
  releaseYear: 2022,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.768e12, fp16: 0.768e12, int8: 3.07e12 },
  memoryBytesPerSecond: 76.8e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 18 * 2 ** 20,
  computeUnits: 6,
  clockHz: 4e9,
  powerWatts: 65,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

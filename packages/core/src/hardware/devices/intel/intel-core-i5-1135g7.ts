import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I5_1135G7: HardwareSpec = {
  id: 'intel-core-i5-1135g7',
  name: 'Intel Core i5-1135G7',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'tigerlake',
  releaseYear: 2020,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.486e12, fp16: 0.486e12, int8: 1.94e12 },
  memoryBytesPerSecond: 68e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 4,
  clockHz: 3.8e9,
  powerWatts: 28,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

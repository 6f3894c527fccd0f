import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_1185G7: HardwareSpec = {
  id: 'intel-core-i7-1185g7',
  name: 'Intel Core i7-1185G7',
  aliases: ['Intel Core i7-1185G7 CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'tigerlake',
  releaseYear: 2020,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.55e12, fp16: 0.55e12, int8: 2.2e12 },
  memoryBytesPerSecond: 68e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 4,
  clockHz: 4.3e9,
  powerWatts: 28,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

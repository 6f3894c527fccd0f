import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_7700K: HardwareSpec = {
  id: 'intel-core-i7-7700k',
  name: 'Intel Core i7-7700K',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'kabylake',
  releaseYear: 2017,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.563e12, fp16: 0.563e12, int8: 1.13e12 },
  memoryBytesPerSecond: 38.4e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 4,
  clockHz: 4.4e9,
  powerWatts: 91,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

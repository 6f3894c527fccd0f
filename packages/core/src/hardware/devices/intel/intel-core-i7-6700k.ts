import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_6700K: HardwareSpec = {
  id: 'intel-core-i7-6700k',
  name: 'Intel Core i7-6700K',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'skylake',
  releaseYear: 2015,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.512e12, fp16: 0.512e12, int8: 1.02e12 },
  memoryBytesPerSecond: 34.1e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 4,
  clockHz: 4e9,
  powerWatts: 91,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

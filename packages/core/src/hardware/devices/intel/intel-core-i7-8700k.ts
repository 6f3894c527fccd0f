import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_8700K: HardwareSpec = {
  id: 'intel-core-i7-8700k',
  name: 'Intel Core i7-8700K',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'coffeelake',
  releaseYear: 2017,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.826e12, fp16: 0.826e12, int8: 1.65e12 },
  memoryBytesPerSecond: 41.6e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 6,
  clockHz: 4.3e9,
  powerWatts: 95,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_10700K: HardwareSpec = {
  id: 'intel-core-i7-10700k',
  name: 'Intel Core i7-10700K',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'cometlake',
  releaseYear: 2020,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 1.2e12, fp16: 1.2e12, int8: 2.41e12 },
  memoryBytesPerSecond: 46.9e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 16 * 2 ** 20,
  computeUnits: 8,
  clockHz: 4.7e9,
  powerWatts: 125,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

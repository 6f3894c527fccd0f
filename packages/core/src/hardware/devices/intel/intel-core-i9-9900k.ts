import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I9_9900K: HardwareSpec = {
  id: 'intel-core-i9-9900k',
  name: 'Intel Core i9-9900K',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'coffeelake',
  releaseYear: 2018,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 1.2e12, fp16: 1.2e12, int8: 2.41e12 },
  memoryBytesPerSecond: 41.6e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 16 * 2 ** 20,
  computeUnits: 8,
  clockHz: 4.7e9,
  powerWatts: 95,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

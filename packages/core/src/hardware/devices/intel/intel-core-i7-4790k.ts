import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_4790K: HardwareSpec = {
  id: 'intel-core-i7-4790k',
  name: 'Intel Core i7-4790K',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'haswell',
  releaseYear: 2014,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.538e12, fp16: 0.538e12, int8: 1.08e12 },
  memoryBytesPerSecond: 25.6e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 4,
  clockHz: 4.2e9,
  powerWatts: 88,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

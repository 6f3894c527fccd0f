import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I9_10900X: HardwareSpec = {
  id: 'intel-core-i9-10900x',
  name: 'Intel Core i9-10900X',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'cascadelake-x',
  releaseYear: 2019,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 2.24e12, fp16: 2.24e12, int8: 9e12 },
  memoryBytesPerSecond: 94e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 29 * 2 ** 20,
  computeUnits: 10,
  clockHz: 3.5e9,
  powerWatts: 165,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_ULTRA_9_285K: HardwareSpec = {
  id: 'intel-core-ultra-9-285k',
  name: 'Intel Core Ultra 9 285K',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'arrowlake',
  releaseYear: 2024,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 3.74e12, fp16: 3.74e12, int8: 15e12 },
  memoryBytesPerSecond: 102.4e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 36 * 2 ** 20,
  computeUnits: 24,
  clockHz: 5.2e9,
  powerWatts: 125,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

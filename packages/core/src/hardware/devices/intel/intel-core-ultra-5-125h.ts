import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_ULTRA_5_125H: HardwareSpec = {
  id: 'intel-core-ultra-5-125h',
  name: 'Intel Core Ultra 5 125H',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'meteorlake',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.99e12, fp16: 0.99e12, int8: 3.96e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 18 * 2 ** 20,
  computeUnits: 14,
  clockHz: 3.6e9,
  powerWatts: 28,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

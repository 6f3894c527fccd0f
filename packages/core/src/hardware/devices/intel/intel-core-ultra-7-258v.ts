import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_ULTRA_7_258V: HardwareSpec = {
  id: 'intel-core-ultra-7-258v',
  name: 'Intel Core Ultra 7 258V',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'lunarlake',
  releaseYear: 2024,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 1.05e12, fp16: 1.05e12, int8: 4.2e12 },
  memoryBytesPerSecond: 136.5e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 8,
  clockHz: 4.2e9,
  powerWatts: 17,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

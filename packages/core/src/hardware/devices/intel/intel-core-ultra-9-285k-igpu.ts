import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_ULTRA_9_285K_IGPU: HardwareSpec = {
  id: 'intel-core-ultra-9-285k-igpu',
  name: 'Intel Core Ultra 9 285K iGPU',
  kind: 'igpu',
  vendor: 'intel',
  architecture: 'xe-lpg',
  releaseYear: 2024,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 2.05e12, fp16: 4.1e12, int8: 8.2e12 },
  memoryBytesPerSecond: 102.4e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 36 * 2 ** 20,
  computeUnits: 64,
  clockHz: 2e9,
  powerWatts: 125,
  instructionGeneration: 13,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

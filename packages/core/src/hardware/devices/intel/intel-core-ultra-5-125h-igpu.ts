import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_ULTRA_5_125H_IGPU: HardwareSpec = {
  id: 'intel-core-ultra-5-125h-igpu',
  name: 'Intel Core Ultra 5 125H iGPU',
  kind: 'igpu',
  vendor: 'intel',
  architecture: 'xe-lpg',
  releaseYear: 2023,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 3.9e12, fp16: 7.9e12, int8: 15.8e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 18 * 2 ** 20,
  computeUnits: 112,
  clockHz: 2.2e9,
  powerWatts: 28,
  instructionGeneration: 13,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

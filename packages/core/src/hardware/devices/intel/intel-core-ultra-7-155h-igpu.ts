import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_ULTRA_7_155H_IGPU: HardwareSpec = {
  id: 'intel-core-ultra-7-155h-igpu',
  name: 'Intel Core Ultra 7 155H iGPU',
  aliases: ['Intel Core Ultra 7 155H GPU'],
  kind: 'igpu',
  vendor: 'intel',
  architecture: 'xe-lpg',
  releaseYear: 2023,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 4.6e12, fp16: 9.2e12, int8: 18.4e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 128,
  clockHz: 2.25e9,
  powerWatts: 28,
  instructionGeneration: 13,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

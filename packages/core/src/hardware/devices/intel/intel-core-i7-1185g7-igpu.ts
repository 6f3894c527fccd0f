import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_1185G7_IGPU: HardwareSpec = {
  id: 'intel-core-i7-1185g7-igpu',
  name: 'Intel Core i7-1185G7 iGPU',
  aliases: ['Intel Core i7-1185G7 GPU'],
  kind: 'igpu',
  vendor: 'intel',
  architecture: 'xe-lp',
  releaseYear: 2020,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 2.07e12, fp16: 4.15e12, int8: 8.3e12 },
  memoryBytesPerSecond: 68e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 96,
  clockHz: 1.35e9,
  powerWatts: 28,
  instructionGeneration: 12,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

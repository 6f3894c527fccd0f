import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_1185GRE_IGPU: HardwareSpec = {
  id: 'intel-core-i7-1185gre-igpu',
  name: 'Intel Core i7-1185GRE iGPU',
  aliases: ['Intel Core i7-1185GRE GPU'],
  kind: 'igpu',
  vendor: 'intel',
  architecture: 'xe-lp',
  releaseYear: 2021,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 2.07e12, fp16: 4.15e12, int8: 8.3e12 },
  memoryBytesPerSecond: 51e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 96,
  clockHz: 1.35e9,
  powerWatts: 15,
  instructionGeneration: 12,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_12700H_IGPU: HardwareSpec = {
  id: 'intel-core-i7-12700h-igpu',
  name: 'Intel Core i7-12700H iGPU',
  aliases: ['Intel Core i7-12700H GPU'],
  kind: 'igpu',
  vendor: 'intel',
  architecture: 'xe-lp',
  releaseYear: 2022,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 2.15e12, fp16: 4.3e12, int8: 8.6e12 },
  memoryBytesPerSecond: 76.8e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 96,
  clockHz: 1.4e9,
  powerWatts: 45,
  instructionGeneration: 12,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_ARC_140V: HardwareSpec = {
  id: 'intel-arc-140v',
  name: 'Intel Arc 140V',
  aliases: ['Intel Arc 140V GPU', 'Intel Core Ultra 7 258V iGPU', 'Intel Core Ultra 7 258V GPU', 'Intel Arc 140V GPU (16GB)'],
  kind: 'igpu',
  vendor: 'intel',
  architecture: 'xe2',
  releaseYear: 2024,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 4.2e12, fp16: 33.5e12, int8: 67e12 },
  memoryBytesPerSecond: 136.5e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 8,
  clockHz: 2.05e9,
  powerWatts: 30,
  instructionGeneration: 20,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_ARC_A770: HardwareSpec = {
  id: 'intel-arc-a770',
  name: 'Intel Arc A770',
  aliases: ['Intel Arc A770 16GB', 'Intel Arc A770 Graphics'],
  kind: 'gpu',
  vendor: 'intel',
  architecture: 'xe-hpg',
  releaseYear: 2022,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 17.2e12, fp16: 131e12, int8: 262e12 },
  memoryBytesPerSecond: 560e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 16 * 2 ** 20,
  computeUnits: 32,
  clockHz: 2.1e9,
  powerWatts: 225,
  instructionGeneration: 13,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

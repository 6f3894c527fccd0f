import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_ARC_A770M: HardwareSpec = {
  id: 'intel-arc-a770m',
  name: 'Intel Arc A770M',
  kind: 'gpu',
  vendor: 'intel',
  architecture: 'xe-hpg',
  releaseYear: 2022,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 13.5e12, fp16: 108e12, int8: 216e12 },
  memoryBytesPerSecond: 512e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 16 * 2 ** 20,
  computeUnits: 32,
  clockHz: 1.65e9,
  powerWatts: 150,
  instructionGeneration: 13,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_ARC_B580: HardwareSpec = {
  id: 'intel-arc-b580',
  name: 'Intel Arc B580',
  kind: 'gpu',
  vendor: 'intel',
  architecture: 'xe2-hpg',
  releaseYear: 2024,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 13.7e12, fp16: 117e12, int8: 233e12 },
  memoryBytesPerSecond: 456e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 18 * 2 ** 20,
  computeUnits: 20,
  clockHz: 2.67e9,
  powerWatts: 190,
  instructionGeneration: 20,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_ARC_B570: HardwareSpec = {
  id: 'intel-arc-b570',
  name: 'Intel Arc B570',
  kind: 'gpu',
  vendor: 'intel',
  architecture: 'xe2-hpg',
  releaseYear: 2025,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 11.5e12, fp16: 102e12, int8: 203e12 },
  memoryBytesPerSecond: 380e9,
  memoryBytes: 10 * 2 ** 30,
  cacheBytes: 13.5 * 2 ** 20,
  computeUnits: 18,
  clockHz: 2.5e9,
  powerWatts: 150,
  instructionGeneration: 20,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

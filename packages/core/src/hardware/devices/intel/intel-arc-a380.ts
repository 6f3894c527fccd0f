import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_ARC_A380: HardwareSpec = {
  id: 'intel-arc-a380',
  name: 'Intel Arc A380',
  kind: 'gpu',
  vendor: 'intel',
  architecture: 'xe-hpg',
  releaseYear: 2022,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 4.1e12, fp16: 33e12, int8: 66e12 },
  memoryBytesPerSecond: 186e9,
  memoryBytes: 6 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 8,
  clockHz: 2e9,
  powerWatts: 75,
  instructionGeneration: 13,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

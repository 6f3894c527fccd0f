import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_ARC_A750: HardwareSpec = {
  id: 'intel-arc-a750',
  name: 'Intel Arc A750',
  kind: 'gpu',
  vendor: 'intel',
  architecture: 'xe-hpg',
  releaseYear: 2022,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 14.7e12, fp16: 114.5e12, int8: 229e12 },
  memoryBytesPerSecond: 512e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 16 * 2 ** 20,
  computeUnits: 28,
  clockHz: 2.05e9,
  powerWatts: 225,
  instructionGeneration: 13,
  launchOverhead: 'driver',
  quality: 'estimate',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

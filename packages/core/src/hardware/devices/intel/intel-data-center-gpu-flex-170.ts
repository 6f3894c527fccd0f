import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_DATA_CENTER_GPU_FLEX_170: HardwareSpec = {
  id: 'intel-data-center-gpu-flex-170',
  name: 'Intel Data Center GPU Flex 170',
  kind: 'gpu',
  vendor: 'intel',
  architecture: 'xe-hpg',
  releaseYear: 2022,
  platforms: ['openvino'],
  operationsPerSecond: { fp32: 16e12, fp16: 134e12, int8: 250e12 },
  memoryBytesPerSecond: 576e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 16 * 2 ** 20,
  computeUnits: 32,
  clockHz: 2.05e9,
  powerWatts: 150,
  instructionGeneration: 13,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

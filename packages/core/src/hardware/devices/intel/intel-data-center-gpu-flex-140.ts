import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_DATA_CENTER_GPU_FLEX_140: HardwareSpec = {
  id: 'intel-data-center-gpu-flex-140',
  name: 'Intel Data Center GPU Flex 140',
  kind: 'gpu',
  vendor: 'intel',
  architecture: 'xe-hpg',
  releaseYear: 2022,
  platforms: ['openvino'],
  operationsPerSecond: { fp32: 4e12, fp16: 33e12, int8: 53e12 },
  memoryBytesPerSecond: 168e9,
  memoryBytes: 6 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 8,
  clockHz: 1.95e9,
  powerWatts: 75,
  instructionGeneration: 13,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_CORE_ULTRA_5_125H_NPU: HardwareSpec = {
  id: 'intel-core-ultra-5-125h-npu',
  name: 'Intel Core Ultra 5 125H NPU',
  kind: 'npu',
  vendor: 'intel',
  architecture: 'npu3720',
  releaseYear: 2023,
  platforms: ['openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.5e12, fp16: 5.5e12, int8: 11e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  clockHz: 1.4e9,
  powerWatts: 28,
  instructionGeneration: 3,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

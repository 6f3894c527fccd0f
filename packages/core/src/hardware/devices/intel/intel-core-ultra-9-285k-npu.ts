import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_CORE_ULTRA_9_285K_NPU: HardwareSpec = {
  id: 'intel-core-ultra-9-285k-npu',
  name: 'Intel Core Ultra 9 285K NPU',
  kind: 'npu',
  vendor: 'intel',
  architecture: 'npu3720',
  releaseYear: 2024,
  platforms: ['openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.59e12, fp16: 6.5e12, int8: 13e12 },
  memoryBytesPerSecond: 102.4e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  powerWatts: 125,
  instructionGeneration: 3,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

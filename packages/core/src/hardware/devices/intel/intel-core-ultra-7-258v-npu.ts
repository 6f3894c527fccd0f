import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_CORE_ULTRA_7_258V_NPU: HardwareSpec = {
  id: 'intel-core-ultra-7-258v-npu',
  name: 'Intel Core Ultra 7 258V NPU',
  kind: 'npu',
  vendor: 'intel',
  architecture: 'npu4',
  releaseYear: 2024,
  platforms: ['openvino', 'webnn'],
  operationsPerSecond: { fp32: 2.14e12, fp16: 23.5e12, int8: 47e12 },
  memoryBytesPerSecond: 136.5e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  powerWatts: 17,
  instructionGeneration: 4,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

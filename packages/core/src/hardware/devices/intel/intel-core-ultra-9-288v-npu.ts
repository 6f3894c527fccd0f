import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_CORE_ULTRA_9_288V_NPU: HardwareSpec = {
  id: 'intel-core-ultra-9-288v-npu',
  name: 'Intel Core Ultra 9 288V NPU',
  kind: 'npu',
  vendor: 'intel',
  architecture: 'npu4',
  releaseYear: 2024,
  platforms: ['openvino', 'webnn'],
  operationsPerSecond: { fp32: 2.18e12, fp16: 24e12, int8: 48e12 },
  memoryBytesPerSecond: 136.5e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  powerWatts: 30,
  instructionGeneration: 4,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

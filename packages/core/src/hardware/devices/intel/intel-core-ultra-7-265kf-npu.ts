import type { HardwareSpec } from '../../hardware.ts'

export const INTEL_CORE_ULTRA_7_265KF_NPU: HardwareSpec = {
  id: 'intel-core-ultra-7-265kf-npu',
  name: 'Intel Core Ultra 7 265KF NPU',
  kind: 'npu',
  vendor: 'intel',
  architecture: 'npu3720',
  releaseYear: 2024,
  platforms: ['openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.6e12, fp16: 6.5e12, int8: 13e12 },
  memoryBytesPerSecond: 102e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 2,
  clockHz: 1.6e9,
  powerWatts: 125,
  instructionGeneration: 3,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.intel.com/content/www/us/en/ark.html',
}

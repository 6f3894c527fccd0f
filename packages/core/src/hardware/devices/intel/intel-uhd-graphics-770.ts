import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_UHD_GRAPHICS_770: HardwareSpec = {
  id: 'intel-uhd-graphics-770',
  name: 'Intel UHD Graphics 770',
  aliases: ['Intel(R) UHD Graphics 770 of Desktop'],
  kind: 'igpu',
  vendor: 'intel',
  architecture: 'xe-lp',
  releaseYear: 2021,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 0.79e12, fp16: 1.59e12, int8: 3.17e12 },
  memoryBytesPerSecond: 76.8e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 30 * 2 ** 20,
  computeUnits: 32,
  clockHz: 1.55e9,
  powerWatts: 125,
  instructionGeneration: 12,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

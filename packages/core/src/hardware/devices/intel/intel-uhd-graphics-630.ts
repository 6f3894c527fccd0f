import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_UHD_GRAPHICS_630: HardwareSpec = {
  id: 'intel-uhd-graphics-630',
  name: 'Intel UHD Graphics 630',
  kind: 'igpu',
  vendor: 'intel',
  architecture: 'gen9.5',
  releaseYear: 2017,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 0.44e12, fp16: 0.88e12 },
  memoryBytesPerSecond: 41.6e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 24,
  clockHz: 1.15e9,
  powerWatts: 95,
  instructionGeneration: 9,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

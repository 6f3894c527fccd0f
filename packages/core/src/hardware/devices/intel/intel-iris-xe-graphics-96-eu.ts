import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_IRIS_XE_GRAPHICS_96_EU: HardwareSpec = {
  id: 'intel-iris-xe-graphics-96-eu',
  name: 'Intel Iris Xe Graphics (96 EU)',
  aliases: ['Intel Iris Xe Graphics'],
  kind: 'igpu',
  vendor: 'intel',
  architecture: 'xe-lp',
  releaseYear: 2020,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 2.07e12, fp16: 4.15e12, int8: 8.3e12 },
  memoryBytesPerSecond: 68e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 96,
  clockHz: 1.35e9,
  powerWatts: 28,
  instructionGeneration: 12,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

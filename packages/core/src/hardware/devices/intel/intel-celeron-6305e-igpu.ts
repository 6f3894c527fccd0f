import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CELERON_6305E_IGPU: HardwareSpec = {
  id: 'intel-celeron-6305e-igpu',
  name: 'Intel Celeron 6305E iGPU',
  aliases: ['Intel Celeron 6305E GPU'],
  kind: 'igpu',
  vendor: 'intel',
  architecture: 'xe-lp',
  releaseYear: 2020,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 0.96e12, fp16: 1.92e12, int8: 3.84e12 },
  memoryBytesPerSecond: 51e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 48,
  clockHz: 1.25e9,
  powerWatts: 15,
  instructionGeneration: 12,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

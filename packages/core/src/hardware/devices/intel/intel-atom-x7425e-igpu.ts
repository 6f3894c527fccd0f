import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_ATOM_X7425E_IGPU: HardwareSpec = {
  id: 'intel-atom-x7425e-igpu',
  name: 'Intel Atom x7425E iGPU',
  aliases: ['Intel Atom x7425E GPU'],
  kind: 'igpu',
  vendor: 'intel',
  architecture: 'xe-lp',
  releaseYear: 2023,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 0.38e12, fp16: 0.77e12, int8: 1.54e12 },
  memoryBytesPerSecond: 38.4e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 24,
  clockHz: 1e9,
  powerWatts: 12,
  instructionGeneration: 12,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

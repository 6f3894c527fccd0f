import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_ATOM_X6425E_IGPU: HardwareSpec = {
  id: 'intel-atom-x6425e-igpu',
  name: 'Intel Atom x6425E iGPU',
  aliases: ['Intel Atom x6425E GPU'],
  kind: 'igpu',
  vendor: 'intel',
  architecture: 'gen11',
  releaseYear: 2021,
  platforms: ['openvino', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 0.38e12, fp16: 0.77e12, int8: 0.77e12 },
  memoryBytesPerSecond: 42e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 32,
  clockHz: 0.75e9,
  powerWatts: 12,
  instructionGeneration: 11,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_ATOM_X6425E: HardwareSpec = {
  id: 'intel-atom-x6425e',
  name: 'Intel Atom x6425E',
  aliases: ['Intel Atom x6425E CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'tremont',
  releaseYear: 2021,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 96e9, fp16: 96e9, int8: 0.19e12 },
  memoryBytesPerSecond: 42e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 4,
  clockHz: 3e9,
  powerWatts: 12,
  instructionGeneration: 128,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

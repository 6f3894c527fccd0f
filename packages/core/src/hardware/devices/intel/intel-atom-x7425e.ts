import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_ATOM_X7425E: HardwareSpec = {
  id: 'intel-atom-x7425e',
  name: 'Intel Atom x7425E',
  aliases: ['Intel Atom x7425E CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'gracemont',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.218e12, fp16: 0.218e12, int8: 0.87e12 },
  memoryBytesPerSecond: 38.4e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 4,
  clockHz: 3.4e9,
  powerWatts: 12,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

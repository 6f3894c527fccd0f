import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_ATOM_X5_Z8350: HardwareSpec = {
  id: 'intel-atom-x5-z8350',
  name: 'Intel Atom x5-Z8350',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'airmont',
  releaseYear: 2016,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 54e9, fp16: 54e9, int8: 0.108e12 },
  memoryBytesPerSecond: 12.8e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.92e9,
  powerWatts: 2,
  instructionGeneration: 128,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'other_clock',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CELERON_M_420: HardwareSpec = {
  id: 'intel-celeron-m-420',
  name: 'Intel Celeron M 420',
  aliases: ['Intel Celeron M 420 (Yonah 1.60 GHz x 1)'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'yonah',
  releaseYear: 2006,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 25.6e9, fp16: 25.6e9, int8: 25.6e9 },
  memoryBytesPerSecond: 4.3e9,
  memoryBytes: 1 * 2 ** 30,
  cacheBytes: 1 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1.6e9,
  powerWatts: 27,
  instructionGeneration: 128,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const AMLOGIC_S805: HardwareSpec = {
  id: 'amlogic-s805',
  name: 'Amlogic S805',
  aliases: ['Amlogic S805 (Cortex-A5, 4 × 1.536GHz)'],
  kind: 'cpu',
  vendor: 'amlogic',
  architecture: 'cortex-a5',
  releaseYear: 2014,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 49e9, fp16: 49e9, int8: 98e9 },
  memoryBytesPerSecond: 6.4e9,
  memoryBytes: 1 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.54e9,
  powerWatts: 3,
  instructionGeneration: 70,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

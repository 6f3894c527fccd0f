import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const AXERA_AX620A: HardwareSpec = {
  id: 'axera-ax620a',
  name: 'AXERA AX620A',
  aliases: ['AXERA AX620A (Cortex-A7 1.0GHz * 4)'],
  kind: 'cpu',
  vendor: 'axera',
  architecture: 'cortex-a7',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 32e9, fp16: 32e9, int8: 64e9 },
  memoryBytesPerSecond: 6.4e9,
  memoryBytes: 2 * 2 ** 30,
  cacheBytes: 0.25 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1e9,
  powerWatts: 3,
  instructionGeneration: 70,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

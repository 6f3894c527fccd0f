import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const MYIR_REMI_PI: HardwareSpec = {
  id: 'myir-remi-pi',
  name: 'MYIR Remi Pi',
  aliases: ['MYIR RemiPi,Renesas RZG2L(Cortex-A55 1.5GHz x 2)'],
  kind: 'cpu',
  vendor: 'renesas',
  architecture: 'cortex-a55',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 24e9, fp16: 48e9, int8: 96e9 },
  memoryBytesPerSecond: 3.2e9,
  memoryBytes: 1 * 2 ** 30,
  cacheBytes: 0.25 * 2 ** 20,
  computeUnits: 2,
  clockHz: 1.5e9,
  powerWatts: 3,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const BANANA_PI_M2_ZERO: HardwareSpec = {
  id: 'banana-pi-m2-zero',
  name: 'Banana Pi M2 Zero',
  aliases: ['Banana Pi M2 Zero 2 AllWinner H2+, Cortex-A7'],
  kind: 'cpu',
  vendor: 'allwinner',
  architecture: 'cortex-a7',
  releaseYear: 2017,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 38e9, fp16: 38e9, int8: 76e9 },
  memoryBytesPerSecond: 5.3e9,
  memoryBytes: 0.5 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.2e9,
  powerWatts: 3,
  instructionGeneration: 70,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

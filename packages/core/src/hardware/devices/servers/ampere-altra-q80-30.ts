import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const AMPERE_ALTRA_Q80_30: HardwareSpec = {
  id: 'ampere-altra-q80-30',
  name: 'Ampere Altra Q80-30',
  aliases: ['Ampere Altra'],
  kind: 'cpu',
  vendor: 'ampere',
  architecture: 'neoverse-n1',
  releaseYear: 2020,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 3.84e12, fp16: 7.68e12, int8: 15.4e12 },
  memoryBytesPerSecond: 204.8e9,
  memoryBytes: 512 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 80,
  clockHz: 3e9,
  powerWatts: 210,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

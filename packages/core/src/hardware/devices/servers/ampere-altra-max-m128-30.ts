import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const AMPERE_ALTRA_MAX_M128_30: HardwareSpec = {
  id: 'ampere-altra-max-m128-30',
  name: 'Ampere Altra Max M128-30',
  aliases: ['Ampere Altra Max'],
  kind: 'cpu',
  vendor: 'ampere',
  architecture: 'neoverse-n1',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 6.14e12, fp16: 12.3e12, int8: 24.6e12 },
  memoryBytesPerSecond: 204.8e9,
  memoryBytes: 512 * 2 ** 30,
  cacheBytes: 16 * 2 ** 20,
  computeUnits: 128,
  clockHz: 3e9,
  powerWatts: 250,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

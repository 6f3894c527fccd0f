import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const LOONGSON_2K2000: HardwareSpec = {
  id: 'loongson-2k2000',
  name: 'Loongson 2K2000',
  aliases: ['Loongson 2K2000 (LA364 1.5GHz * 2 with lsx)'],
  kind: 'cpu',
  vendor: 'loongson',
  architecture: 'la364',
  releaseYear: 2022,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 24e9, fp16: 24e9, int8: 48e9 },
  memoryBytesPerSecond: 19.2e9,
  memoryBytes: 8 * 2 ** 30,
  computeUnits: 2,
  clockHz: 1.5e9,
  powerWatts: 9,
  instructionGeneration: 128,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

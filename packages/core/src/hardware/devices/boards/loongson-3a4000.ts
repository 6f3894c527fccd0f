import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const LOONGSON_3A4000: HardwareSpec = {
  id: 'loongson-3a4000',
  name: 'Loongson 3A4000',
  aliases: ['Loongson 3A4000 (GS464V 1.8GHz * 4 with MSA128)'],
  kind: 'cpu',
  vendor: 'loongson',
  architecture: 'gs464v',
  releaseYear: 2019,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 57.6e9, fp16: 57.6e9, int8: 0.1152e12 },
  memoryBytesPerSecond: 38.4e9,
  memoryBytes: 8 * 2 ** 30,
  computeUnits: 4,
  clockHz: 1.8e9,
  powerWatts: 40,
  instructionGeneration: 128,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

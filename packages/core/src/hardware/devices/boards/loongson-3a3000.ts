import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const LOONGSON_3A3000: HardwareSpec = {
  id: 'loongson-3a3000',
  name: 'Loongson 3A3000',
  aliases: ['Loongson 3A3000 (GS464E 1.45GHz * 4)'],
  kind: 'cpu',
  vendor: 'loongson',
  architecture: 'gs464e',
  releaseYear: 2016,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 46.4e9, fp16: 46.4e9, int8: 46.4e9 },
  memoryBytesPerSecond: 25.6e9,
  memoryBytes: 8 * 2 ** 30,
  computeUnits: 4,
  clockHz: 1.45e9,
  powerWatts: 30,
  instructionGeneration: 64,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const LOONGSON_2K1000: HardwareSpec = {
  id: 'loongson-2k1000',
  name: 'Loongson 2K1000',
  aliases: ['Loongson 2K1000 (GS264 1.0GHz x 2)'],
  kind: 'cpu',
  vendor: 'loongson',
  architecture: 'gs264',
  releaseYear: 2018,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 16e9, fp16: 16e9, int8: 16e9 },
  memoryBytesPerSecond: 8.5e9,
  memoryBytes: 4 * 2 ** 30,
  computeUnits: 2,
  clockHz: 1e9,
  powerWatts: 5,
  instructionGeneration: 64,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

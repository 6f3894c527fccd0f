import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const LOONGSON_2K1000LA: HardwareSpec = {
  id: 'loongson-2k1000la',
  name: 'Loongson 2K1000LA',
  aliases: ['Loongson 2K1000LA (LA264 1.0GHz * 2)'],
  kind: 'cpu',
  vendor: 'loongson',
  architecture: 'la264',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 16e9, fp16: 16e9, int8: 32e9 },
  memoryBytesPerSecond: 8.5e9,
  memoryBytes: 4 * 2 ** 30,
  computeUnits: 2,
  clockHz: 1e9,
  powerWatts: 5,
  instructionGeneration: 128,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const LOONGSON_3A5000: HardwareSpec = {
  id: 'loongson-3a5000',
  name: 'Loongson 3A5000',
  aliases: ['Loongson 3A5000 (LA464 2.5GHz * 4)'],
  kind: 'cpu',
  vendor: 'loongson',
  architecture: 'la464',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.16e12, fp16: 0.16e12, int8: 0.32e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 16 * 2 ** 30,
  computeUnits: 4,
  clockHz: 2.5e9,
  powerWatts: 35,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

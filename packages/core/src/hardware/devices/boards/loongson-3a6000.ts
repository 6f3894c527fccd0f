import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const LOONGSON_3A6000: HardwareSpec = {
  id: 'loongson-3a6000',
  name: 'Loongson 3A6000',
  aliases: ['Loongson 3A6000 (LA664 2.5GHz * 4+4)'],
  kind: 'cpu',
  vendor: 'loongson',
  architecture: 'la664',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.16e12, fp16: 0.16e12, int8: 0.32e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 16 * 2 ** 30,
  computeUnits: 4,
  clockHz: 2.5e9,
  powerWatts: 38,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

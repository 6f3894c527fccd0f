import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const CVITEK_SG2000: HardwareSpec = {
  id: 'cvitek-sg2000',
  name: 'CVITEK SG2000',
  aliases: ['CVITEK SG2000 (C906, 1 GHz x 1 + 700MHz x 1)'],
  kind: 'cpu',
  vendor: 'sophgo',
  architecture: 'c906',
  releaseYear: 2024,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 4e9, fp16: 4e9, int8: 8e9 },
  memoryBytesPerSecond: 3.7e9,
  memoryBytes: 0.5 * 2 ** 30,
  computeUnits: 1,
  clockHz: 1e9,
  powerWatts: 1,
  instructionGeneration: 128,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

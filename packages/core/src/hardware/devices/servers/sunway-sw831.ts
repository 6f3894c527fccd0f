import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SUNWAY_SW831: HardwareSpec = {
  id: 'sunway-sw831',
  name: 'Sunway SW831',
  aliases: ['Sunway SW831 (sw_64 2.5GHz * 8)'],
  kind: 'cpu',
  vendor: 'sunway',
  architecture: 'sw64',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.16e12, fp16: 0.16e12, int8: 0.32e12 },
  memoryBytesPerSecond: 42.7e9,
  memoryBytes: 32 * 2 ** 30,
  computeUnits: 8,
  clockHz: 2.5e9,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

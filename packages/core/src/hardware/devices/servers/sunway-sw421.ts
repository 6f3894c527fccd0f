import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SUNWAY_SW421: HardwareSpec = {
  id: 'sunway-sw421',
  name: 'Sunway SW421',
  aliases: ['Sunway SW421 (sw_64 1.7GHz * 4)'],
  kind: 'cpu',
  vendor: 'sunway',
  architecture: 'sw64',
  releaseYear: 2016,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 54.4e9, fp16: 54.4e9, int8: 0.1088e12 },
  memoryBytesPerSecond: 25.6e9,
  memoryBytes: 16 * 2 ** 30,
  computeUnits: 4,
  clockHz: 1.7e9,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

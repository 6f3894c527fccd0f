import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_765G_CPU: HardwareSpec = {
  id: 'snapdragon-765g-cpu',
  name: 'Snapdragon 765G CPU',
  aliases: ['Qualcomm SDM765G Snapdragon 765G', 'Snapdragon 765G'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'cortex-a76',
  releaseYear: 2019,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.19e12, fp16: 0.38e12, int8: 0.76e12 },
  memoryBytesPerSecond: 17e9,
  memoryBytes: 8 * 2 ** 30,
  computeUnits: 8,
  clockHz: 2.4e9,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_821_CPU: HardwareSpec = {
  id: 'snapdragon-821-cpu',
  name: 'Snapdragon 821 CPU',
  aliases: ['Qualcomm MSM8996 Pro Snapdragon 821', 'Snapdragon 821'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'kryo',
  releaseYear: 2016,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 73e9, fp16: 73e9, int8: 0.146e12 },
  memoryBytesPerSecond: 29.8e9,
  memoryBytes: 4 * 2 ** 30,
  computeUnits: 4,
  clockHz: 2.35e9,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

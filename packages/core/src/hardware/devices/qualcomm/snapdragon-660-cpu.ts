import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_660_CPU: HardwareSpec = {
  id: 'snapdragon-660-cpu',
  name: 'Snapdragon 660 CPU',
  aliases: ['Qualcomm SDM660 Snapdragon 660', 'Snapdragon 660'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'cortex-a73',
  releaseYear: 2017,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.13e12, fp16: 0.13e12, int8: 0.26e12 },
  memoryBytesPerSecond: 14.9e9,
  memoryBytes: 6 * 2 ** 30,
  computeUnits: 8,
  clockHz: 2.2e9,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

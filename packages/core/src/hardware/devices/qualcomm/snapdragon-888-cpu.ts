import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_888_CPU: HardwareSpec = {
  id: 'snapdragon-888-cpu',
  name: 'Snapdragon 888 CPU',
  aliases: ['Qualcomm Snapdragon 888', 'Snapdragon 888'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'cortex-x1',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.28e12, fp16: 0.56e12, int8: 1.12e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 8,
  clockHz: 2.84e9,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_8_GEN_1_CPU: HardwareSpec = {
  id: 'snapdragon-8-gen-1-cpu',
  name: 'Snapdragon 8 Gen 1 CPU',
  aliases: ['Snapdragon 8 Gen 1'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'cortex-x2',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.34e12, fp16: 0.68e12, int8: 1.36e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 8,
  clockHz: 3e9,
  instructionGeneration: 90,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

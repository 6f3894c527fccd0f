import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_8_GEN_3_CPU: HardwareSpec = {
  id: 'snapdragon-8-gen-3-cpu',
  name: 'Snapdragon 8 Gen 3 CPU',
  aliases: ['Snapdragon 8 Gen 3'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'cortex-x4',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.46e12, fp16: 0.92e12, int8: 1.84e12 },
  memoryBytesPerSecond: 77e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 8,
  clockHz: 3.3e9,
  instructionGeneration: 90,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

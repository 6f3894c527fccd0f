import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_8_ELITE_CPU: HardwareSpec = {
  id: 'snapdragon-8-elite-cpu',
  name: 'Snapdragon 8 Elite CPU',
  aliases: ['Snapdragon 8 Elite'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'oryon',
  releaseYear: 2024,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.95e12, fp16: 1.9e12, int8: 3.8e12 },
  memoryBytesPerSecond: 85e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 8,
  clockHz: 4.32e9,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

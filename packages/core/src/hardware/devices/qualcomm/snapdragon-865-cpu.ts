import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_865_CPU: HardwareSpec = {
  id: 'snapdragon-865-cpu',
  name: 'Snapdragon 865 CPU',
  aliases: ['Snapdragon 865'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'cortex-a77',
  releaseYear: 2020,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.22e12, fp16: 0.44e12, int8: 0.88e12 },
  memoryBytesPerSecond: 44e9,
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

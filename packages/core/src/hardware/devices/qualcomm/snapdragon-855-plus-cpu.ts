import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_855_PLUS_CPU: HardwareSpec = {
  id: 'snapdragon-855-plus-cpu',
  name: 'Snapdragon 855+ CPU',
  aliases: ['Qualcomm SM8150-AC Snapdragon 855+', 'Snapdragon 855+'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'cortex-a76',
  releaseYear: 2019,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.22e12, fp16: 0.44e12, int8: 0.88e12 },
  memoryBytesPerSecond: 34.1e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 8,
  clockHz: 2.96e9,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

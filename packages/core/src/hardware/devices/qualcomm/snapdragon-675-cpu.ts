import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_675_CPU: HardwareSpec = {
  id: 'snapdragon-675-cpu',
  name: 'Snapdragon 675 CPU',
  aliases: ['Qualcomm MSM6150 Snapdragon 675', 'Snapdragon 675'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'cortex-a76',
  releaseYear: 2018,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.22e12, fp16: 0.44e12, int8: 0.88e12 },
  memoryBytesPerSecond: 14.9e9,
  memoryBytes: 6 * 2 ** 30,
  cacheBytes: 1 * 2 ** 20,
  computeUnits: 8,
  clockHz: 2e9,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

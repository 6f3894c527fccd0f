import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_410_CPU: HardwareSpec = {
  id: 'snapdragon-410-cpu',
  name: 'Snapdragon 410 CPU',
  aliases: ['Qualcomm MSM8916 Snapdragon 410 (Cortex-A53 1.2GHz x 4)', 'Snapdragon 410'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'cortex-a53',
  releaseYear: 2014,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 38.4e9, fp16: 38.4e9, int8: 76.8e9 },
  memoryBytesPerSecond: 4.2e9,
  memoryBytes: 2 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.2e9,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

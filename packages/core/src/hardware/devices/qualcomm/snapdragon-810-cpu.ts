import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_810_CPU: HardwareSpec = {
  id: 'snapdragon-810-cpu',
  name: 'Snapdragon 810 CPU',
  aliases: ['Qualcomm MSM8994 Snapdragon 810', 'Snapdragon 810'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'cortex-a57',
  releaseYear: 2015,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.11e12, fp16: 0.11e12, int8: 0.22e12 },
  memoryBytesPerSecond: 25.6e9,
  memoryBytes: 3 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 8,
  clockHz: 2e9,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_835_CPU: HardwareSpec = {
  id: 'snapdragon-835-cpu',
  name: 'Snapdragon 835 CPU',
  aliases: ['Qualcomm MSM8998 Snapdragon 835', 'Snapdragon 835'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'cortex-a73',
  releaseYear: 2017,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.14e12, fp16: 0.14e12, int8: 0.28e12 },
  memoryBytesPerSecond: 29.8e9,
  memoryBytes: 6 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 8,
  clockHz: 2.45e9,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_8_GEN_2_CPU: HardwareSpec = {
  id: 'snapdragon-8-gen-2-cpu',
  name: 'Snapdragon 8 Gen 2 CPU',
  aliases: ['Qualcomm SM8550-AB Snapdragon 8 Gen 2', 'Snapdragon 8 Gen 2'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'cortex-x3',
  releaseYear: 2022,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.42e12, fp16: 0.84e12, int8: 1.68e12 },
  memoryBytesPerSecond: 67e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 8,
  clockHz: 3.2e9,
  instructionGeneration: 90,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

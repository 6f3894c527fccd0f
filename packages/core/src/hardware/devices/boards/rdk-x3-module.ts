import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const RDK_X3_MODULE: HardwareSpec = {
  id: 'rdk-x3-module',
  name: 'RDK X3 Module',
  aliases: ['RDK X3 Module (Cortex-A53 1.5GHz x 4) aarch64'],
  kind: 'cpu',
  vendor: 'horizon',
  architecture: 'cortex-a53',
  releaseYear: 2022,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 96e9, fp16: 96e9, int8: 0.192e12 },
  memoryBytesPerSecond: 12.8e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.5e9,
  powerWatts: 5,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const VISIONFIVE_2: HardwareSpec = {
  id: 'visionfive-2',
  name: 'VisionFive 2',
  aliases: ['VisionFive2 , JH7110'],
  kind: 'cpu',
  vendor: 'starfive',
  architecture: 'u74',
  releaseYear: 2022,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 12e9, fp16: 12e9, int8: 12e9 },
  memoryBytesPerSecond: 11.2e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.5e9,
  powerWatts: 5,
  instructionGeneration: 64,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

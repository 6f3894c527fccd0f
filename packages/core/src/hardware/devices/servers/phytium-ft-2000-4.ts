import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const PHYTIUM_FT_2000_4: HardwareSpec = {
  id: 'phytium-ft-2000-4',
  name: 'Phytium FT-2000/4',
  aliases: ['Phytium FT-2000/4 (FTC663 armv8 2.2GHz x 4)'],
  kind: 'cpu',
  vendor: 'phytium',
  architecture: 'ftc663',
  releaseYear: 2019,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.1408e12, fp16: 0.1408e12, int8: 0.2816e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 4,
  clockHz: 2.2e9,
  powerWatts: 10,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

/** 8 of the 64 cores, as measured. */
export const PHYTIUM_FT_2000_PLUS_64_8_CORES: HardwareSpec = {
  id: 'phytium-ft-2000-plus-64-8-cores',
  name: 'Phytium FT-2000+/64 (8 cores)',
  aliases: ['Phytium FT-2000+/64 (FTC662 armv8 2.4GHz x 8)'],
  kind: 'cpu',
  vendor: 'phytium',
  architecture: 'ftc662',
  releaseYear: 2017,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.3072e12, fp16: 0.3072e12, int8: 0.6144e12 },
  memoryBytesPerSecond: 153.6e9,
  memoryBytes: 64 * 2 ** 30,
  computeUnits: 8,
  clockHz: 2.4e9,
  powerWatts: 100,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SPACEMIT_MUSE_PI_PRO: HardwareSpec = {
  id: 'spacemit-muse-pi-pro',
  name: 'SpacemiT MUSE Pi Pro',
  aliases: ['Spacemit MUSE Pi Pro Spacemit M1'],
  kind: 'cpu',
  vendor: 'spacemit',
  architecture: 'x60',
  releaseYear: 2025,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.1e12, fp16: 0.1e12, int8: 0.2e12 },
  memoryBytesPerSecond: 10.6e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 1 * 2 ** 20,
  computeUnits: 8,
  clockHz: 1.6e9,
  powerWatts: 8,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

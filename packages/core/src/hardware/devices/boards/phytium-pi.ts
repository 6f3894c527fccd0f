import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const PHYTIUM_PI: HardwareSpec = {
  id: 'phytium-pi',
  name: 'Phytium Pi',
  aliases: ['PhytiumPi, Phytium E2000'],
  kind: 'cpu',
  vendor: 'phytium',
  architecture: 'ftc310',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 60e9, fp16: 60e9, int8: 0.12e12 },
  memoryBytesPerSecond: 19.2e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.5e9,
  powerWatts: 10,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

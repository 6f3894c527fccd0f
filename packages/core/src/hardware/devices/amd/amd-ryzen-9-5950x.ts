import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const AMD_RYZEN_9_5950X: HardwareSpec = {
  id: 'amd-ryzen-9-5950x',
  name: 'AMD Ryzen 9 5950X',
  aliases: ['AMD Ryzen 9 5950X 16-Core of Desktop'],
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen3',
  releaseYear: 2020,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 2.3e12, fp16: 2.3e12, int8: 4.6e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 64 * 2 ** 20,
  computeUnits: 16,
  clockHz: 4.5e9,
  powerWatts: 105,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

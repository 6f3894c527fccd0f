import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const AMD_RYZEN_7_5700G: HardwareSpec = {
  id: 'amd-ryzen-7-5700g',
  name: 'AMD Ryzen 7 5700G',
  aliases: ['AMD Ryzen 5700g (Zen3 3.8 GHz ~ 4.6 GHz x 8)'],
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen3',
  releaseYear: 2021,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 0.9728e12, fp16: 0.9728e12, int8: 1.9456e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 16 * 2 ** 20,
  computeUnits: 8,
  clockHz: 4.6e9,
  powerWatts: 65,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'other_clock',
}

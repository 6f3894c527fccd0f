import type { HardwareSpec } from '../../hardware.ts'

export const AMD_INSTINCT_MI100: HardwareSpec = {
  id: 'amd-instinct-mi100',
  name: 'AMD Instinct MI100',
  aliases: ['MI100'],
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'cdna',
  releaseYear: 2020,
  platforms: ['rocm'],
  operationsPerSecond: { fp32: 23.1e12, fp16: 184.6e12, int8: 184.6e12 },
  memoryBytesPerSecond: 1.229e12,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 120,
  clockHz: 1.5e9,
  powerWatts: 300,
  instructionGeneration: 908,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/accelerators/instinct/mi100.html',
}

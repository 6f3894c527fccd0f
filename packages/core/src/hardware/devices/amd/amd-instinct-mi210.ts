import type { HardwareSpec } from '../../hardware.ts'

export const AMD_INSTINCT_MI210: HardwareSpec = {
  id: 'amd-instinct-mi210',
  name: 'AMD Instinct MI210',
  aliases: ['MI210'],
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'cdna2',
  releaseYear: 2022,
  platforms: ['rocm'],
  operationsPerSecond: { fp32: 22.6e12, fp16: 181e12, int8: 181e12 },
  memoryBytesPerSecond: 1.638e12,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 104,
  clockHz: 1.7e9,
  powerWatts: 300,
  instructionGeneration: 90,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/accelerators/instinct/mi200/mi210.html',
}

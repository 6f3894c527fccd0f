import type { HardwareSpec } from '../../hardware.ts'

/** One of the two dies of the card: each is a device of its own to software. */
export const AMD_INSTINCT_MI250_1_GCD: HardwareSpec = {
  id: 'amd-instinct-mi250-1-gcd',
  name: 'AMD Instinct MI250 (1 GCD)',
  aliases: ['MI250'],
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'cdna2',
  releaseYear: 2021,
  platforms: ['rocm'],
  operationsPerSecond: { fp32: 22.6e12, fp16: 181e12, int8: 181e12 },
  memoryBytesPerSecond: 1.638e12,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 104,
  clockHz: 1.7e9,
  powerWatts: 250,
  instructionGeneration: 90,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/accelerators/instinct/mi200/mi250.html',
}

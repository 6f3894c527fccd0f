import type { HardwareSpec } from '../../hardware.ts'

export const AMD_INSTINCT_MI300A: HardwareSpec = {
  id: 'amd-instinct-mi300a',
  name: 'AMD Instinct MI300A',
  aliases: ['MI300A'],
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'cdna3',
  releaseYear: 2023,
  platforms: ['rocm'],
  operationsPerSecond: { fp32: 122.6e12, fp16: 980.6e12, int8: 1961e12, fp8: 1961e12 },
  memoryBytesPerSecond: 5.3e12,
  memoryBytes: 128 * 2 ** 30,
  cacheBytes: 256 * 2 ** 20,
  computeUnits: 228,
  clockHz: 2.1e9,
  powerWatts: 550,
  instructionGeneration: 94,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/accelerators/instinct/mi300/mi300a.html',
}

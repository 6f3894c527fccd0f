import type { HardwareSpec } from '../../hardware.ts'

export const AMD_INSTINCT_MI325X: HardwareSpec = {
  id: 'amd-instinct-mi325x',
  name: 'AMD Instinct MI325X',
  aliases: ['MI325X'],
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'cdna3',
  releaseYear: 2024,
  platforms: ['rocm'],
  operationsPerSecond: { fp32: 163.4e12, fp16: 1307e12, int8: 2615e12, fp8: 2615e12 },
  memoryBytesPerSecond: 6e12,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 256 * 2 ** 20,
  computeUnits: 304,
  clockHz: 2.1e9,
  powerWatts: 1000,
  instructionGeneration: 94,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/accelerators/instinct/mi300/mi325x.html',
}

import type { HardwareSpec } from '../../hardware.ts'

export const AMD_INSTINCT_MI300X: HardwareSpec = {
  id: 'amd-instinct-mi300x',
  name: 'AMD Instinct MI300X',
  aliases: ['AMD Instinct MI300X OAM', 'MI300X'],
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'cdna3',
  releaseYear: 2023,
  platforms: ['rocm'],
  operationsPerSecond: { fp32: 163.4e12, fp16: 1307e12, int8: 2615e12, fp8: 2615e12 },
  memoryBytesPerSecond: 5.3e12,
  memoryBytes: 192 * 2 ** 30,
  cacheBytes: 256 * 2 ** 20,
  computeUnits: 304,
  clockHz: 2.1e9,
  powerWatts: 750,
  instructionGeneration: 94,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/accelerators/instinct/mi300/mi300x.html',
}

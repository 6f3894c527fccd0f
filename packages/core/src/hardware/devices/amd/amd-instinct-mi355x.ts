import type { HardwareSpec } from '../../hardware.ts'

export const AMD_INSTINCT_MI355X: HardwareSpec = {
  id: 'amd-instinct-mi355x',
  name: 'AMD Instinct MI355X',
  aliases: ['MI355X'],
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'cdna4',
  releaseYear: 2025,
  platforms: ['rocm'],
  operationsPerSecond: { fp32: 157.3e12, fp16: 2516e12, int8: 5033e12, fp8: 5033e12, fp4: 10066e12 },
  memoryBytesPerSecond: 8e12,
  memoryBytes: 288 * 2 ** 30,
  cacheBytes: 256 * 2 ** 20,
  computeUnits: 256,
  clockHz: 2.4e9,
  powerWatts: 1400,
  instructionGeneration: 95,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/accelerators/instinct/mi350/mi355x.html',
}

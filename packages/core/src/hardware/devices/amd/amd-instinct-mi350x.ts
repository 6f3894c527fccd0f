import type { HardwareSpec } from '../../hardware.ts'

export const AMD_INSTINCT_MI350X: HardwareSpec = {
  id: 'amd-instinct-mi350x',
  name: 'AMD Instinct MI350X',
  aliases: ['MI350X'],
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'cdna4',
  releaseYear: 2025,
  platforms: ['rocm'],
  operationsPerSecond: { fp32: 144.2e12, fp16: 2307e12, int8: 4614e12, fp8: 4614e12, fp4: 9228e12 },
  memoryBytesPerSecond: 8e12,
  memoryBytes: 288 * 2 ** 30,
  cacheBytes: 256 * 2 ** 20,
  computeUnits: 256,
  clockHz: 2.2e9,
  powerWatts: 1000,
  instructionGeneration: 95,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/accelerators/instinct/mi350/mi350x.html',
}

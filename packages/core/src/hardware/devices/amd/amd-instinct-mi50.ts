import type { HardwareSpec } from '../../hardware.ts'

export const AMD_INSTINCT_MI50: HardwareSpec = {
  id: 'amd-instinct-mi50',
  name: 'AMD Instinct MI50',
  aliases: ['MI50', 'AMD Radeon Instinct MI50'],
  kind: 'gpu',
  vendor: 'amd',
  architecture: 'gcn5',
  releaseYear: 2018,
  platforms: ['rocm'],
  operationsPerSecond: { fp32: 13.3e12, fp16: 26.5e12, int8: 53e12 },
  memoryBytesPerSecond: 1.024e12,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 60,
  clockHz: 1.725e9,
  powerWatts: 300,
  instructionGeneration: 906,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/accelerators/instinct/mi50.html',
}

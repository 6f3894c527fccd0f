import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RADEON_8060S: HardwareSpec = {
  id: 'amd-radeon-8060s',
  name: 'AMD Radeon 8060S (Ryzen AI Max+ 395)',
  aliases: ['AMD Radeon 8060S', 'AMD Ryzen AI Max+ 395', 'Radeon 8060S Graphics'],
  kind: 'igpu',
  vendor: 'amd',
  architecture: 'rdna3.5',
  releaseYear: 2025,
  platforms: ['rocm', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 29.7e12, fp16: 59.4e12, int8: 59.4e12 },
  memoryBytesPerSecond: 256e9,
  memoryBytes: 128 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 40,
  clockHz: 2.9e9,
  powerWatts: 120,
  instructionGeneration: 115,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.amd.com/en/products/processors/laptop/ryzen/ai-300-series/amd-ryzen-ai-max-plus-395.html',
}

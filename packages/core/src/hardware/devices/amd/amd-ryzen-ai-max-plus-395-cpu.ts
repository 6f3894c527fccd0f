import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_AI_MAX_PLUS_395_CPU: HardwareSpec = {
  id: 'amd-ryzen-ai-max-plus-395-cpu',
  name: 'AMD Ryzen AI Max+ 395 CPU',
  aliases: ['AMD Ryzen AI Max+ 395'],
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen5',
  releaseYear: 2025,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 4.71e12, fp16: 9.42e12, int8: 18.8e12 },
  memoryBytesPerSecond: 256e9,
  memoryBytes: 128 * 2 ** 30,
  cacheBytes: 64 * 2 ** 20,
  computeUnits: 16,
  clockHz: 4.6e9,
  powerWatts: 120,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/laptop/ryzen/ai-300-series/amd-ryzen-ai-max-plus-395.html',
}

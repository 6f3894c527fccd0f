import type { HardwareSpec } from '../../hardware.ts'

export const APPLE_M5_CPU: HardwareSpec = {
  id: 'apple-m5-cpu',
  name: 'Apple M5 CPU',
  aliases: ['Apple M5'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm5',
  releaseYear: 2025,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 0.883e12, fp16: 1.766e12, int8: 3.532e12 },
  memoryBytesPerSecond: 153.6e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 10,
  clockHz: 4.61e9,
  powerWatts: 22,
  instructionGeneration: 5,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2025/10/apple-unleashes-m5-the-next-big-leap-in-ai-performance-for-apple-silicon/',
}

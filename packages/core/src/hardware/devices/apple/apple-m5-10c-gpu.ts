import type { HardwareSpec } from '../../hardware.ts'

/** fp16 with the neural accelerators of each core: Apple says over four times the peak of M4. */
export const APPLE_M5_10C_GPU: HardwareSpec = {
  id: 'apple-m5-10c-gpu',
  name: 'Apple M5 (10c GPU)',
  aliases: ['Apple M5'],
  kind: 'igpu',
  vendor: 'apple',
  architecture: 'm5',
  releaseYear: 2025,
  platforms: ['mps', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 4.15e12, fp16: 16.6e12, int8: 16.6e12 },
  memoryBytesPerSecond: 153.6e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 10,
  clockHz: 1.62e9,
  powerWatts: 22,
  instructionGeneration: 5,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2025/10/apple-unleashes-m5-the-next-big-leap-in-ai-performance-for-apple-silicon/',
}

import type { HardwareSpec } from '../../hardware.ts'

/** The processor as WebAssembly in a browser reaches it: 128-bit vectors without fused multiply-add. */
export const APPLE_M3_CPU_WASM: HardwareSpec = {
  id: 'apple-m3-cpu-wasm',
  name: 'Apple M3 CPU (WASM)',
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm3',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.4e12, fp16: 0.4e12, int8: 0.4e12 },
  memoryBytesPerSecond: 100e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 16 * 2 ** 20,
  computeUnits: 8,
  clockHz: 4.05e9,
  powerWatts: 20,
  instructionGeneration: 3,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.apple.com/newsroom/2023/10/apple-unveils-m3-m3-pro-and-m3-max-the-most-advanced-chips-for-a-personal-computer/',
}

import type { HardwareSpec } from '../../hardware.ts'

export const AMD_RYZEN_THREADRIPPER_7980X: HardwareSpec = {
  id: 'amd-ryzen-threadripper-7980x',
  name: 'AMD Ryzen Threadripper 7980X',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen4',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 7.99e12, fp16: 7.99e12, int8: 31.9e12 },
  memoryBytesPerSecond: 166.4e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 256 * 2 ** 20,
  computeUnits: 64,
  clockHz: 3.9e9,
  powerWatts: 350,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.amd.com/en/products/processors/workstations/ryzen-threadripper.html',
}

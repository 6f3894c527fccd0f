import type { HardwareSpec } from '../../hardware.ts'

export const RASPBERRY_PI_5: HardwareSpec = {
  id: 'raspberry-pi-5',
  name: 'Raspberry Pi 5',
  kind: 'cpu',
  vendor: 'broadcom',
  architecture: 'a76',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.154e12, fp16: 0.307e12, int8: 0.61e12 },
  memoryBytesPerSecond: 17e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 4,
  clockHz: 2.4e9,
  powerWatts: 12,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.raspberrypi.com/products/raspberry-pi-5/',
}

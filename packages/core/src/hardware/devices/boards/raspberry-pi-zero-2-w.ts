import type { HardwareSpec } from '../../hardware.ts'

export const RASPBERRY_PI_ZERO_2_W: HardwareSpec = {
  id: 'raspberry-pi-zero-2-w',
  name: 'Raspberry Pi Zero 2 W',
  kind: 'cpu',
  vendor: 'broadcom',
  architecture: 'a53',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 32e9, fp16: 32e9, int8: 64e9 },
  memoryBytesPerSecond: 3.2e9,
  memoryBytes: 0.5 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1e9,
  powerWatts: 3,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.raspberrypi.com/products/raspberry-pi-zero-2-w/',
}

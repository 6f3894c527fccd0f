import type { HardwareSpec } from '../../hardware.ts'

export const RASPBERRY_PI_4: HardwareSpec = {
  id: 'raspberry-pi-4',
  name: 'Raspberry Pi 4',
  aliases: ['Raspberry Pi 4 Model B'],
  kind: 'cpu',
  vendor: 'broadcom',
  architecture: 'a72',
  releaseYear: 2019,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 58e9, fp16: 58e9, int8: 0.115e12 },
  memoryBytesPerSecond: 6e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 1 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.8e9,
  powerWatts: 7,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.raspberrypi.com/products/raspberry-pi-4-model-b/',
}

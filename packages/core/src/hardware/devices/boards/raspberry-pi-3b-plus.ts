import type { HardwareSpec } from '../../hardware.ts'

export const RASPBERRY_PI_3B_PLUS: HardwareSpec = {
  id: 'raspberry-pi-3b-plus',
  name: 'Raspberry Pi 3B+',
  aliases: ['Raspberry Pi 3 Model B+'],
  kind: 'cpu',
  vendor: 'broadcom',
  architecture: 'a53',
  releaseYear: 2018,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 45e9, fp16: 45e9, int8: 90e9 },
  memoryBytesPerSecond: 3.6e9,
  memoryBytes: 1 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.4e9,
  powerWatts: 5,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.raspberrypi.com/products/raspberry-pi-3-model-b-plus/',
}

import type { HardwareSpec } from '../../hardware.ts'

/** Overclocked; measured as "Raspberry Pi 5 GPU", though the figures are those of its processor. */
export const RASPBERRY_PI_5_2_9_GHZ: HardwareSpec = {
  id: 'raspberry-pi-5-2-9-ghz',
  name: 'Raspberry Pi 5 (2.9 GHz)',
  aliases: ['Raspberry Pi 5 GPU'],
  kind: 'cpu',
  vendor: 'broadcom',
  architecture: 'a76',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.186e12, fp16: 0.37e12, int8: 0.74e12 },
  memoryBytesPerSecond: 17e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 4,
  clockHz: 2.9e9,
  powerWatts: 12,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://www.raspberrypi.com/products/raspberry-pi-5/',
}

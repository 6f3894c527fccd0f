import type { HardwareSpec } from '../../hardware.ts'

export const SAMSUNG_GALAXY_S23: HardwareSpec = {
  id: 'samsung-galaxy-s23',
  name: 'Samsung Galaxy S23',
  aliases: ['Snapdragon 8 Gen 2 for Galaxy'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon73',
  releaseYear: 2023,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 3e12, fp16: 24e12, int8: 48e12 },
  memoryBytesPerSecond: 67e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1.4e9,
  powerWatts: 10,
  instructionGeneration: 73,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.qualcomm.com/products/mobile/snapdragon/smartphones/snapdragon-8-series-mobile-platforms/snapdragon-8-gen-2-mobile-platform',
}

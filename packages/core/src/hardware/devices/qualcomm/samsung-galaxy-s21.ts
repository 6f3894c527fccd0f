import type { HardwareSpec } from '../../hardware.ts'

export const SAMSUNG_GALAXY_S21: HardwareSpec = {
  id: 'samsung-galaxy-s21',
  name: 'Samsung Galaxy S21',
  aliases: ['Snapdragon 888'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon68',
  releaseYear: 2021,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 1.62e12, int8: 26e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1e9,
  powerWatts: 10,
  instructionGeneration: 68,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.qualcomm.com/products/mobile/snapdragon/smartphones/snapdragon-8-series-mobile-platforms/snapdragon-888-5g-mobile-platform',
}

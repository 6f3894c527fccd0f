import type { HardwareSpec } from '../../hardware.ts'

export const SNAPDRAGON_865: HardwareSpec = {
  id: 'snapdragon-865',
  name: 'Snapdragon 865',
  aliases: ['Qualcomm SM8250'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon66',
  releaseYear: 2020,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 0.94e12, int8: 15e12 },
  memoryBytesPerSecond: 44e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 1,
  powerWatts: 8,
  instructionGeneration: 66,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: 'https://www.qualcomm.com/products/mobile/snapdragon/smartphones/snapdragon-8-series-mobile-platforms/snapdragon-865-5g-mobile-platform',
}

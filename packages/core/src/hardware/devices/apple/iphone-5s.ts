import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const IPHONE_5S: HardwareSpec = {
  id: 'iphone-5s',
  name: 'iPhone 5S',
  aliases: ['iPhone 5S (Apple A7 1.3GHz x 2)', 'Apple A7'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'cyclone',
  releaseYear: 2013,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 20.8e9, fp16: 20.8e9, int8: 41.6e9 },
  memoryBytesPerSecond: 12.8e9,
  memoryBytes: 1 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 2,
  clockHz: 1.3e9,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const MACBOOK_AIR_M3: HardwareSpec = {
  id: 'macbook-air-m3',
  name: 'MacBook Air (M3)',
  aliases: ['MacBook Air (13-inch, M3, 2024)'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm3',
  releaseYear: 2024,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.69e12, fp16: 1.38e12, int8: 2.76e12 },
  memoryBytesPerSecond: 102.4e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 8,
  clockHz: 4.05e9,
  powerWatts: 20,
  instructionGeneration: 3,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

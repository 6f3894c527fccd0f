import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const MACBOOK_PRO_13_INCH_M1: HardwareSpec = {
  id: 'macbook-pro-13-inch-m1',
  name: 'MacBook Pro (13-inch, M1)',
  aliases: ['MacBook Pro (13-inch, M1, 2020)'],
  kind: 'cpu',
  vendor: 'apple',
  architecture: 'm1',
  releaseYear: 2020,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.54e12, fp16: 1.08e12, int8: 2.16e12 },
  memoryBytesPerSecond: 68.3e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 8,
  clockHz: 3.2e9,
  powerWatts: 20,
  instructionGeneration: 1,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

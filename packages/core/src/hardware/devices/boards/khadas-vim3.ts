import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const KHADAS_VIM3: HardwareSpec = {
  id: 'khadas-vim3',
  name: 'Khadas VIM3',
  aliases: ['Khadas VIM3, Amlogic A311D'],
  kind: 'cpu',
  vendor: 'amlogic',
  architecture: 'cortex-a73',
  releaseYear: 2019,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.1e12, fp16: 0.1e12, int8: 0.2e12 },
  memoryBytesPerSecond: 12.8e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 1 * 2 ** 20,
  computeUnits: 6,
  clockHz: 2.2e9,
  powerWatts: 10,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

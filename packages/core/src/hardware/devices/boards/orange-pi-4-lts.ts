import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const ORANGE_PI_4_LTS: HardwareSpec = {
  id: 'orange-pi-4-lts',
  name: 'Orange Pi 4 LTS',
  aliases: ['OrangePi4 LTS, Rockchip RK3399'],
  kind: 'cpu',
  vendor: 'rockchip',
  architecture: 'cortex-a72',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 77e9, fp16: 77e9, int8: 0.154e12 },
  memoryBytesPerSecond: 12.8e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 1 * 2 ** 20,
  computeUnits: 6,
  clockHz: 1.8e9,
  powerWatts: 10,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const ROCK_3A: HardwareSpec = {
  id: 'rock-3a',
  name: 'Rock 3A',
  aliases: ['Rock3A, Rockchip RK3568 (Cortex-A55 2.0GHz x 4) ubuntu 20.04'],
  kind: 'cpu',
  vendor: 'rockchip',
  architecture: 'cortex-a55',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 64e9, fp16: 0.128e12, int8: 0.256e12 },
  memoryBytesPerSecond: 12.8e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 4,
  clockHz: 2e9,
  powerWatts: 5,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

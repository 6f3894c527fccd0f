import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const ORANGE_PI_CM4: HardwareSpec = {
  id: 'orange-pi-cm4',
  name: 'Orange Pi CM4',
  aliases: ['OrangePicm4, Rockchip Rk3566 (Cortex-A55 1.8GHz x 4)'],
  kind: 'cpu',
  vendor: 'rockchip',
  architecture: 'cortex-a55',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 58e9, fp16: 0.116e12, int8: 0.232e12 },
  memoryBytesPerSecond: 12.8e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.8e9,
  powerWatts: 5,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

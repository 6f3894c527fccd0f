import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const ROCKCHIP_RK3288: HardwareSpec = {
  id: 'rockchip-rk3288',
  name: 'Rockchip RK3288',
  aliases: ['Rockchip RK3288-CG.W (Cortex-A17 1.8GHz x 4)'],
  kind: 'cpu',
  vendor: 'rockchip',
  architecture: 'cortex-a17',
  releaseYear: 2014,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 57.6e9, fp16: 57.6e9, int8: 0.1152e12 },
  memoryBytesPerSecond: 8.5e9,
  memoryBytes: 2 * 2 ** 30,
  cacheBytes: 1 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.8e9,
  powerWatts: 5,
  instructionGeneration: 70,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

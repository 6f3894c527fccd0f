import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const STATION_M2: HardwareSpec = {
  id: 'station-m2',
  name: 'Station M2',
  aliases: ['Station-M2/ROC-RK3566-PC, Rockchip RK3566'],
  kind: 'cpu',
  vendor: 'rockchip',
  architecture: 'cortex-a55',
  releaseYear: 2021,
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

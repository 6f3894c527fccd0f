import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const STATION_P2: HardwareSpec = {
  id: 'station-p2',
  name: 'Station P2',
  aliases: ['Station P2, Rockchip RK3568 (Cortex-A55 2.0GHz x 4)'],
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

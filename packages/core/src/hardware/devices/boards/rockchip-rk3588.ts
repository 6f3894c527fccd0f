import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const ROCKCHIP_RK3588: HardwareSpec = {
  id: 'rockchip-rk3588',
  name: 'Rockchip RK3588',
  kind: 'cpu',
  vendor: 'rockchip',
  architecture: 'cortex-a76',
  releaseYear: 2022,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.211e12, fp16: 0.422e12, int8: 0.844e12 },
  memoryBytesPerSecond: 34.1e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 3 * 2 ** 20,
  computeUnits: 8,
  clockHz: 2.4e9,
  powerWatts: 10,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

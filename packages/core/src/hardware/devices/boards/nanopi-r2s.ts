import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const NANOPI_R2S: HardwareSpec = {
  id: 'nanopi-r2s',
  name: 'NanoPi R2S',
  aliases: ['NanoPi R2S, Rockchip RK3328'],
  kind: 'cpu',
  vendor: 'rockchip',
  architecture: 'cortex-a53',
  releaseYear: 2020,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 42e9, fp16: 42e9, int8: 84e9 },
  memoryBytesPerSecond: 6.4e9,
  memoryBytes: 1 * 2 ** 30,
  cacheBytes: 0.25 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.3e9,
  powerWatts: 5,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

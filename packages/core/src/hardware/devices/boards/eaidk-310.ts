import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const EAIDK_310: HardwareSpec = {
  id: 'eaidk-310',
  name: 'EAIDK 310',
  aliases: ['EAIDK 310, Rockchip RK3228H'],
  kind: 'cpu',
  vendor: 'rockchip',
  architecture: 'cortex-a53',
  releaseYear: 2019,
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

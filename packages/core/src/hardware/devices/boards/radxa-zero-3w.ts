import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const RADXA_ZERO_3W: HardwareSpec = {
  id: 'radxa-zero-3w',
  name: 'Radxa Zero 3W',
  aliases: ['Radxa Zero 3W, Cortex-A55 (ARMv82) (1.416 GHz x 4)'],
  kind: 'cpu',
  vendor: 'rockchip',
  architecture: 'cortex-a55',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 45e9, fp16: 90e9, int8: 0.18e12 },
  memoryBytesPerSecond: 12.8e9,
  memoryBytes: 4 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.42e9,
  powerWatts: 5,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const AMD_RYZEN_THREADRIPPER_3970X: HardwareSpec = {
  id: 'amd-ryzen-threadripper-3970x',
  name: 'AMD Ryzen Threadripper 3970X',
  aliases: ['AMD Ryzen Threadripper 3970X (Zen2 3.7 GHz ~ 4.5 GHz x 32)'],
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen2',
  releaseYear: 2019,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 3.7888e12, fp16: 3.7888e12, int8: 7.5776e12 },
  memoryBytesPerSecond: 102.4e9,
  memoryBytes: 128 * 2 ** 30,
  cacheBytes: 128 * 2 ** 20,
  computeUnits: 32,
  clockHz: 4.5e9,
  powerWatts: 280,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'other_clock',
}

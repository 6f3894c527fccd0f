import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const T_HEAD_TH1520: HardwareSpec = {
  id: 't-head-th1520',
  name: 'T-Head TH1520',
  aliases: ['T-Head TH1520 (C910V, 1.848 GHz x 4 + BXM-4-64 PowerVR)'],
  kind: 'cpu',
  vendor: 't-head',
  architecture: 'c910',
  releaseYear: 2022,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 59e9, fp16: 59e9, int8: 0.118e12 },
  memoryBytesPerSecond: 29.9e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 1 * 2 ** 20,
  computeUnits: 4,
  clockHz: 1.85e9,
  powerWatts: 10,
  instructionGeneration: 128,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

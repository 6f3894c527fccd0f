import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const MEDIATEK_DIMENSITY_9300: HardwareSpec = {
  id: 'mediatek-dimensity-9300',
  name: 'MediaTek Dimensity 9300',
  kind: 'cpu',
  vendor: 'mediatek',
  architecture: 'cortex-x4',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.51e12, fp16: 1.02e12, int8: 2.04e12 },
  memoryBytesPerSecond: 76.8e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 8,
  clockHz: 3.25e9,
  powerWatts: 8,
  instructionGeneration: 90,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

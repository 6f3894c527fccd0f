import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const KIRIN_970: HardwareSpec = {
  id: 'kirin-970',
  name: 'Kirin 970',
  aliases: ['Kirin 970 (Cortex-A73 2.4GHz x 4 + Cortex-A53 1.8GHz x 4)'],
  kind: 'cpu',
  vendor: 'huawei',
  architecture: 'cortex-a73',
  releaseYear: 2017,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.2688e12, fp16: 0.2688e12, int8: 0.5376e12 },
  memoryBytesPerSecond: 29.8e9,
  memoryBytes: 6 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 8,
  clockHz: 2.4e9,
  powerWatts: 5,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

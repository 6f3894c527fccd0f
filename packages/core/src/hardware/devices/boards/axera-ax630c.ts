import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const AXERA_AX630C: HardwareSpec = {
  id: 'axera-ax630c',
  name: 'AXERA AX630C',
  aliases: ['AXERA AX630C (Cortex-A53 1.2GHz * 2)'],
  kind: 'cpu',
  vendor: 'axera',
  architecture: 'cortex-a53',
  releaseYear: 2023,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 19.2e9, fp16: 19.2e9, int8: 38.4e9 },
  memoryBytesPerSecond: 8.5e9,
  memoryBytes: 2 * 2 ** 30,
  cacheBytes: 0.25 * 2 ** 20,
  computeUnits: 2,
  clockHz: 1.2e9,
  powerWatts: 3,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

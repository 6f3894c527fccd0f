import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const NXP_I_MX_7DUAL: HardwareSpec = {
  id: 'nxp-i-mx-7dual',
  name: 'NXP i.MX 7Dual',
  aliases: ['Freescale i.MX7 Dual (Cortex A7 1.0GHz x 2)'],
  kind: 'cpu',
  vendor: 'nxp',
  architecture: 'cortex-a7',
  releaseYear: 2015,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 16e9, fp16: 16e9, int8: 32e9 },
  memoryBytesPerSecond: 4.3e9,
  memoryBytes: 1 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 2,
  clockHz: 1e9,
  powerWatts: 2,
  instructionGeneration: 70,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

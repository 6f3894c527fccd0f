import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const AVAOTA_AIM_T527: HardwareSpec = {
  id: 'avaota-aim-t527',
  name: 'Avaota Aim T527',
  aliases: ['Avaota Aim T527, Allwinner T527'],
  kind: 'cpu',
  vendor: 'allwinner',
  architecture: 'cortex-a55',
  releaseYear: 2024,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.128e12, fp16: 0.256e12, int8: 0.512e12 },
  memoryBytesPerSecond: 9.6e9,
  memoryBytes: 4 * 2 ** 30,
  computeUnits: 8,
  clockHz: 2.2e9,
  powerWatts: 5,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const Z7_LITE_7020: HardwareSpec = {
  id: 'z7-lite-7020',
  name: 'Z7-Lite 7020',
  aliases: ['Z7-Lite 7020 XC7Z020CLG400-2 (Cortex-A9 766MHz x 2)'],
  kind: 'cpu',
  vendor: 'xilinx',
  architecture: 'cortex-a9',
  releaseYear: 2012,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 12e9, fp16: 12e9, int8: 24e9 },
  memoryBytesPerSecond: 4.2e9,
  memoryBytes: 0.5 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 2,
  clockHz: 0.766e9,
  powerWatts: 3,
  instructionGeneration: 70,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const ARDUINO_UNO_Q: HardwareSpec = {
  id: 'arduino-uno-q',
  name: 'Arduino UNO Q',
  aliases: ['Arduino UNO Q - QRB2210 (ARM Cortex-A53 @ 2.0GHz x 4)'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'cortex-a53',
  releaseYear: 2025,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 64e9, fp16: 64e9, int8: 0.128e12 },
  memoryBytesPerSecond: 14.4e9,
  memoryBytes: 2 * 2 ** 30,
  cacheBytes: 0.5 * 2 ** 20,
  computeUnits: 4,
  clockHz: 2e9,
  powerWatts: 5,
  instructionGeneration: 80,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

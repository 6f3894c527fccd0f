import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const DRAGONWING_IQ_9075_EVK: HardwareSpec = {
  id: 'dragonwing-iq-9075-evk',
  name: 'Dragonwing IQ-9075 EVK',
  aliases: ['Dragonwing IQ-9075', 'QCS9075'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon73',
  releaseYear: 2024,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 6e12, fp16: 50e12, int8: 100e12 },
  memoryBytesPerSecond: 102e9,
  memoryBytes: 36 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 2,
  clockHz: 1.4e9,
  powerWatts: 40,
  instructionGeneration: 73,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'collection',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SA8295P_ADP: HardwareSpec = {
  id: 'sa8295p-adp',
  name: 'SA8295P ADP',
  aliases: ['SA8295P'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon68',
  releaseYear: 2021,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 1.9e12, fp16: 15e12, int8: 30e12 },
  memoryBytesPerSecond: 68e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1e9,
  powerWatts: 30,
  instructionGeneration: 68,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'collection',
}

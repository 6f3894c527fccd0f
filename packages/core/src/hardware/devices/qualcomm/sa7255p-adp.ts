import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SA7255P_ADP: HardwareSpec = {
  id: 'sa7255p-adp',
  name: 'SA7255P ADP',
  aliases: ['SA7255P'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon75',
  releaseYear: 2024,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 1.5e12, fp16: 12e12, int8: 24e12 },
  memoryBytesPerSecond: 51e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1e9,
  powerWatts: 15,
  instructionGeneration: 75,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'collection',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SA8775P_ADP: HardwareSpec = {
  id: 'sa8775p-adp',
  name: 'SA8775P ADP',
  aliases: ['SA8775P'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon73',
  releaseYear: 2023,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 4.5e12, fp16: 36e12, int8: 72e12 },
  memoryBytesPerSecond: 102e9,
  memoryBytes: 36 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 2,
  clockHz: 1.3e9,
  powerWatts: 40,
  instructionGeneration: 73,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'collection',
}

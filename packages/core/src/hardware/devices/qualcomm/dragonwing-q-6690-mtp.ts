import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const DRAGONWING_Q_6690_MTP: HardwareSpec = {
  id: 'dragonwing-q-6690-mtp',
  name: 'Dragonwing Q-6690 MTP',
  aliases: ['Dragonwing Q-6690'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon73',
  releaseYear: 2025,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 0.4e12, fp16: 3e12, int8: 6e12 },
  memoryBytesPerSecond: 17e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1e9,
  powerWatts: 8,
  instructionGeneration: 73,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'collection',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const QUALCOMM_SNAPDRAGON_X_ELITE_CPU: HardwareSpec = {
  id: 'qualcomm-snapdragon-x-elite-cpu',
  name: 'Qualcomm Snapdragon X Elite CPU',
  aliases: ['Qualcomm Snapdragon X Elite', 'Snapdragon X Elite', 'Snapdragon X Elite CPU'],
  kind: 'cpu',
  vendor: 'qualcomm',
  architecture: 'oryon',
  releaseYear: 2024,
  platforms: ['cpu', 'webnn'],
  operationsPerSecond: { fp32: 1.3e12, fp16: 2.6e12, int8: 5.2e12 },
  memoryBytesPerSecond: 135e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 42 * 2 ** 20,
  computeUnits: 12,
  clockHz: 3.4e9,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

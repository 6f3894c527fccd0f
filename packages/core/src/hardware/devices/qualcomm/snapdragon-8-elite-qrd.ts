import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_8_ELITE_QRD: HardwareSpec = {
  id: 'snapdragon-8-elite-qrd',
  name: 'Snapdragon 8 Elite QRD',
  aliases: ['Snapdragon 8 Elite', 'Qualcomm SM8750'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon79',
  releaseYear: 2025,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 4.5e12, fp16: 36e12, int8: 72e12 },
  memoryBytesPerSecond: 85e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1.6e9,
  powerWatts: 10,
  instructionGeneration: 79,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'collection',
}

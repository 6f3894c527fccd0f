import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_8_ELITE_GEN_5_QRD: HardwareSpec = {
  id: 'snapdragon-8-elite-gen-5-qrd',
  name: 'Snapdragon 8 Elite Gen 5 QRD',
  aliases: ['Snapdragon 8 Elite Gen 5'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon81',
  releaseYear: 2025,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 6e12, fp16: 48e12, int8: 98e12 },
  memoryBytesPerSecond: 85e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1.8e9,
  powerWatts: 10,
  instructionGeneration: 81,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'collection',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SNAPDRAGON_7_GEN_4_QRD: HardwareSpec = {
  id: 'snapdragon-7-gen-4-qrd',
  name: 'Snapdragon 7 Gen 4 QRD',
  aliases: ['Snapdragon 7 Gen 4'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon73',
  releaseYear: 2025,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 1e12, fp16: 8e12, int8: 16e12 },
  memoryBytesPerSecond: 33.6e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1.2e9,
  powerWatts: 8,
  instructionGeneration: 73,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'collection',
}

import type { HardwareSpec } from '../../hardware.ts'

export const SNAPDRAGON_X_ELITE_CRD: HardwareSpec = {
  id: 'snapdragon-x-elite-crd',
  name: 'Snapdragon X Elite CRD',
  aliases: ['Snapdragon X Elite', 'Snapdragon X Elite NPU'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon73',
  releaseYear: 2024,
  platforms: ['qnn', 'webnn'],
  operationsPerSecond: { fp32: 2.8e12, fp16: 22.5e12, int8: 45e12 },
  memoryBytesPerSecond: 135e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1.4e9,
  powerWatts: 23,
  instructionGeneration: 73,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.qualcomm.com/products/mobile/snapdragon/pcs-and-tablets/snapdragon-x-elite',
}

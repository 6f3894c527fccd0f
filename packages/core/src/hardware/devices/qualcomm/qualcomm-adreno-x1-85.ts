import type { HardwareSpec } from '../../hardware.ts'

export const QUALCOMM_ADRENO_X1_85: HardwareSpec = {
  id: 'qualcomm-adreno-x1-85',
  name: 'Qualcomm Adreno X1-85',
  aliases: ['Snapdragon X Elite', 'Snapdragon X Elite GPU', 'Qualcomm(R) Adreno(TM) X1-85 GPU'],
  kind: 'igpu',
  vendor: 'qualcomm',
  architecture: 'adreno7',
  releaseYear: 2024,
  platforms: ['webgpu'],
  operationsPerSecond: { fp32: 3.8e12, fp16: 7.6e12, int8: 7.6e12 },
  memoryBytesPerSecond: 135e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 3 * 2 ** 20,
  computeUnits: 6,
  clockHz: 1.25e9,
  powerWatts: 45,
  instructionGeneration: 85,
  launchOverhead: 'bridged',
  quality: 'vendor',
  source: 'https://www.qualcomm.com/products/mobile/snapdragon/pcs-and-tablets/snapdragon-x-elite',
}

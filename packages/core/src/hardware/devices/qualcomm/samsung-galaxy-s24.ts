import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SAMSUNG_GALAXY_S24: HardwareSpec = {
  id: 'samsung-galaxy-s24',
  name: 'Samsung Galaxy S24',
  aliases: ['Snapdragon 8 Gen 3', 'Qualcomm SM8650'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon75',
  releaseYear: 2024,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 3.5e12, fp16: 28e12, int8: 56e12 },
  memoryBytesPerSecond: 77e9,
  memoryBytes: 12 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1.5e9,
  powerWatts: 10,
  instructionGeneration: 75,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'collection',
}

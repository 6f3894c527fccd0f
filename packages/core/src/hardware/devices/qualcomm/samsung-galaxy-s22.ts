import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const SAMSUNG_GALAXY_S22: HardwareSpec = {
  id: 'samsung-galaxy-s22',
  name: 'Samsung Galaxy S22',
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon69',
  releaseYear: 2022,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 1.69e12, fp16: 13.5e12, int8: 27e12 },
  memoryBytesPerSecond: 51.2e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1.2e9,
  powerWatts: 10,
  instructionGeneration: 69,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'collection',
}

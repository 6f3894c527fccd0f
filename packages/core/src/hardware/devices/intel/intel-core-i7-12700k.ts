import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_12700K: HardwareSpec = {
  id: 'intel-core-i7-12700k',
  name: 'Intel Core i7-12700K',
  aliases: ['Intel Core i7-12700KF'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'alderlake',
  releaseYear: 2021,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 1.43e12, fp16: 1.43e12, int8: 5.72e12 },
  memoryBytesPerSecond: 76.8e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 25 * 2 ** 20,
  computeUnits: 12,
  clockHz: 4.7e9,
  powerWatts: 125,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_12700H: HardwareSpec = {
  id: 'intel-core-i7-12700h',
  name: 'Intel Core i7-12700H',
  aliases: ['Intel Core i7-12700H CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'alderlake',
  releaseYear: 2022,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 1.15e12, fp16: 1.15e12, int8: 4.6e12 },
  memoryBytesPerSecond: 76.8e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 14,
  clockHz: 4e9,
  powerWatts: 45,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_ULTRA_7_155H: HardwareSpec = {
  id: 'intel-core-ultra-7-155h',
  name: 'Intel Core Ultra 7 155H',
  aliases: ['Intel Core Ultra 7 155H CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'meteorlake',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 1.1e12, fp16: 1.1e12, int8: 4.4e12 },
  memoryBytesPerSecond: 89.6e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 14,
  clockHz: 3.8e9,
  powerWatts: 28,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

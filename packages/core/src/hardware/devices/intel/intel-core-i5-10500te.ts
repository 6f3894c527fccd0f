import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I5_10500TE: HardwareSpec = {
  id: 'intel-core-i5-10500te',
  name: 'Intel Core i5-10500TE',
  aliases: ['Intel Core i5-10500TE CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'cometlake',
  releaseYear: 2020,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.58e12, fp16: 0.58e12, int8: 1.1e12 },
  memoryBytesPerSecond: 41.6e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 6,
  clockHz: 3e9,
  powerWatts: 35,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

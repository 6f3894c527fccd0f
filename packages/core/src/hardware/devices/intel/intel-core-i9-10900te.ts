import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I9_10900TE: HardwareSpec = {
  id: 'intel-core-i9-10900te',
  name: 'Intel Core i9-10900TE',
  aliases: ['Intel Core i9-10900TE CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'cometlake',
  releaseYear: 2020,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.83e12, fp16: 0.83e12, int8: 1.6e12 },
  memoryBytesPerSecond: 46.9e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 20 * 2 ** 20,
  computeUnits: 10,
  clockHz: 2.6e9,
  powerWatts: 35,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

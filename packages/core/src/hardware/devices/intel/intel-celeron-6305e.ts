import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CELERON_6305E: HardwareSpec = {
  id: 'intel-celeron-6305e',
  name: 'Intel Celeron 6305E',
  aliases: ['Intel Celeron 6305E CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'tigerlake',
  releaseYear: 2020,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.115e12, fp16: 0.115e12, int8: 0.46e12 },
  memoryBytesPerSecond: 51e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 2,
  clockHz: 1.8e9,
  powerWatts: 15,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

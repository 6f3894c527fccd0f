import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CELERON_N5105: HardwareSpec = {
  id: 'intel-celeron-n5105',
  name: 'Intel Celeron N5105',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'tremont',
  releaseYear: 2021,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 90e9, fp16: 90e9, int8: 0.18e12 },
  memoryBytesPerSecond: 46.9e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 4,
  clockHz: 2.9e9,
  powerWatts: 10,
  instructionGeneration: 128,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

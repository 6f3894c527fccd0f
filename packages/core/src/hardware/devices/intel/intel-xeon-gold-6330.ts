import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_GOLD_6330: HardwareSpec = {
  id: 'intel-xeon-gold-6330',
  name: 'Intel Xeon Gold 6330',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'icelake',
  releaseYear: 2021,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 3.58e12, fp16: 3.58e12, int8: 14.3e12 },
  memoryBytesPerSecond: 187.7e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 42 * 2 ** 20,
  computeUnits: 28,
  clockHz: 2e9,
  powerWatts: 205,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

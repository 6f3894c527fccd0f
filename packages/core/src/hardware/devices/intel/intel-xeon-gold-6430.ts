import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_GOLD_6430: HardwareSpec = {
  id: 'intel-xeon-gold-6430',
  name: 'Intel Xeon Gold 6430',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'sapphirerapids',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 4.3e12, fp16: 68.8e12, int8: 138e12 },
  memoryBytesPerSecond: 281.6e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 60 * 2 ** 20,
  computeUnits: 32,
  clockHz: 2.1e9,
  powerWatts: 270,
  instructionGeneration: 600,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_GOLD_6240R: HardwareSpec = {
  id: 'intel-xeon-gold-6240r',
  name: 'Intel Xeon Gold 6240R',
  aliases: ['Intel Xeon 6240R'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'cascadelake',
  releaseYear: 2020,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 4e12, fp16: 4e12, int8: 16e12 },
  memoryBytesPerSecond: 141e9,
  memoryBytes: 192 * 2 ** 30,
  cacheBytes: 36 * 2 ** 20,
  computeUnits: 24,
  clockHz: 2.6e9,
  powerWatts: 165,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

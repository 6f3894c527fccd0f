import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_GOLD_5218T: HardwareSpec = {
  id: 'intel-xeon-gold-5218t',
  name: 'Intel Xeon Gold 5218T',
  aliases: ['Intel Xeon 5218T CPU', 'Intel Xeon 5218T'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'cascadelake',
  releaseYear: 2019,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 1.18e12, fp16: 1.18e12, int8: 4.7e12 },
  memoryBytesPerSecond: 128e9,
  memoryBytes: 192 * 2 ** 30,
  cacheBytes: 22 * 2 ** 20,
  computeUnits: 16,
  clockHz: 2.3e9,
  powerWatts: 105,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

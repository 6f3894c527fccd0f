import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_GOLD_6338: HardwareSpec = {
  id: 'intel-xeon-gold-6338',
  name: 'Intel Xeon Gold 6338',
  aliases: ['Intel Xeon 6338'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'icelake',
  releaseYear: 2021,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 4.9e12, fp16: 4.9e12, int8: 19.6e12 },
  memoryBytesPerSecond: 205e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 32,
  clockHz: 2.4e9,
  powerWatts: 205,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

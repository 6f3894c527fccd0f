import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PLATINUM_8270: HardwareSpec = {
  id: 'intel-xeon-platinum-8270',
  name: 'Intel Xeon Platinum 8270',
  aliases: ['Intel Xeon 8270 CPU', 'Intel Xeon 8270'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'cascadelake',
  releaseYear: 2019,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 4.3e12, fp16: 4.3e12, int8: 17.3e12 },
  memoryBytesPerSecond: 141e9,
  memoryBytes: 192 * 2 ** 30,
  cacheBytes: 36 * 2 ** 20,
  computeUnits: 26,
  clockHz: 2.6e9,
  powerWatts: 205,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PLATINUM_8380: HardwareSpec = {
  id: 'intel-xeon-platinum-8380',
  name: 'Intel Xeon Platinum 8380',
  aliases: ['Intel Xeon 8380 CPU', 'Intel Xeon 8380'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'icelake',
  releaseYear: 2021,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 6.65e12, fp16: 6.65e12, int8: 26.6e12 },
  memoryBytesPerSecond: 205e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 60 * 2 ** 20,
  computeUnits: 40,
  clockHz: 2.6e9,
  powerWatts: 270,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

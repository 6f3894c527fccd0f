import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PLATINUM_8592V: HardwareSpec = {
  id: 'intel-xeon-platinum-8592v',
  name: 'Intel Xeon Platinum 8592V',
  aliases: ['Intel Xeon 8592V'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'emeraldrapids',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 10e12, fp16: 130e12, int8: 260e12 },
  memoryBytesPerSecond: 307e9,
  memoryBytes: 512 * 2 ** 30,
  cacheBytes: 320 * 2 ** 20,
  computeUnits: 64,
  clockHz: 2.5e9,
  powerWatts: 330,
  instructionGeneration: 600,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

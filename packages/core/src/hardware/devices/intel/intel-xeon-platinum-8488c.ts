import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PLATINUM_8488C: HardwareSpec = {
  id: 'intel-xeon-platinum-8488c',
  name: 'Intel Xeon Platinum 8488C',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'sapphirerapids',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 7.37e12, fp16: 118e12, int8: 236e12 },
  memoryBytesPerSecond: 307e9,
  memoryBytes: 384 * 2 ** 30,
  cacheBytes: 105 * 2 ** 20,
  computeUnits: 48,
  clockHz: 2.4e9,
  powerWatts: 385,
  instructionGeneration: 600,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

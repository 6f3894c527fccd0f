import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PLATINUM_8358: HardwareSpec = {
  id: 'intel-xeon-platinum-8358',
  name: 'Intel Xeon Platinum 8358',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'icelake',
  releaseYear: 2021,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 5.32e12, fp16: 5.32e12, int8: 21.3e12 },
  memoryBytesPerSecond: 204.8e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 48 * 2 ** 20,
  computeUnits: 32,
  clockHz: 2.6e9,
  powerWatts: 250,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

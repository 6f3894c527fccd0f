import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PLATINUM_8375C: HardwareSpec = {
  id: 'intel-xeon-platinum-8375c',
  name: 'Intel Xeon Platinum 8375C',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'icelake',
  releaseYear: 2021,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 5.94e12, fp16: 5.94e12, int8: 23.8e12 },
  memoryBytesPerSecond: 204.8e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 54 * 2 ** 20,
  computeUnits: 32,
  clockHz: 2.9e9,
  powerWatts: 300,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

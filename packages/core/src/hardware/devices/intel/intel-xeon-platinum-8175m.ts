import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PLATINUM_8175M: HardwareSpec = {
  id: 'intel-xeon-platinum-8175m',
  name: 'Intel Xeon Platinum 8175M',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'skylake-sp',
  releaseYear: 2017,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 3.84e12, fp16: 3.84e12, int8: 15.4e12 },
  memoryBytesPerSecond: 128e9,
  memoryBytes: 192 * 2 ** 30,
  cacheBytes: 33 * 2 ** 20,
  computeUnits: 24,
  clockHz: 2.5e9,
  powerWatts: 240,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

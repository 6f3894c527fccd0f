import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_GOLD_6148: HardwareSpec = {
  id: 'intel-xeon-gold-6148',
  name: 'Intel Xeon Gold 6148',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'skylake-sp',
  releaseYear: 2017,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 3.07e12, fp16: 3.07e12, int8: 6.14e12 },
  memoryBytesPerSecond: 128e9,
  memoryBytes: 192 * 2 ** 30,
  cacheBytes: 27.5 * 2 ** 20,
  computeUnits: 20,
  clockHz: 2.4e9,
  powerWatts: 150,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

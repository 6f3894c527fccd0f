import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_E5_2680_V4: HardwareSpec = {
  id: 'intel-xeon-e5-2680-v4',
  name: 'Intel Xeon E5-2680 v4',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'broadwell',
  releaseYear: 2016,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 1.08e12, fp16: 1.08e12, int8: 2.15e12 },
  memoryBytesPerSecond: 76.8e9,
  memoryBytes: 128 * 2 ** 30,
  cacheBytes: 35 * 2 ** 20,
  computeUnits: 14,
  clockHz: 2.4e9,
  powerWatts: 120,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

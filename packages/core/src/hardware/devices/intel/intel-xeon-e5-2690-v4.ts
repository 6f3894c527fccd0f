import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_E5_2690_V4: HardwareSpec = {
  id: 'intel-xeon-e5-2690-v4',
  name: 'Intel Xeon E5-2690 v4',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'broadwell',
  releaseYear: 2016,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 1.16e12, fp16: 1.16e12, int8: 2.33e12 },
  memoryBytesPerSecond: 76.8e9,
  memoryBytes: 128 * 2 ** 30,
  cacheBytes: 35 * 2 ** 20,
  computeUnits: 14,
  clockHz: 2.6e9,
  powerWatts: 135,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

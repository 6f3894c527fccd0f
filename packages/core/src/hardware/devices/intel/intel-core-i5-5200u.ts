import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I5_5200U: HardwareSpec = {
  id: 'intel-core-i5-5200u',
  name: 'Intel Core i5-5200U',
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'broadwell',
  releaseYear: 2015,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.16e12, fp16: 0.16e12, int8: 0.3e12 },
  memoryBytesPerSecond: 25.6e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 3 * 2 ** 20,
  computeUnits: 2,
  clockHz: 2.5e9,
  powerWatts: 15,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

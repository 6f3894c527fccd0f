import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_ULTRA_7_265KF: HardwareSpec = {
  id: 'intel-core-ultra-7-265kf',
  name: 'Intel Core Ultra 7 265KF',
  aliases: ['Intel Core Ultra 7 265KF CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'arrowlake',
  releaseYear: 2024,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 3.1e12, fp16: 3.1e12, int8: 12.4e12 },
  memoryBytesPerSecond: 102e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 36 * 2 ** 20,
  computeUnits: 20,
  clockHz: 5.2e9,
  powerWatts: 125,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

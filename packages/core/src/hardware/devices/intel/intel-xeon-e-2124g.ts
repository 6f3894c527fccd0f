import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_E_2124G: HardwareSpec = {
  id: 'intel-xeon-e-2124g',
  name: 'Intel Xeon E-2124G',
  aliases: ['Intel Xeon E-2124G CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'coffeelake',
  releaseYear: 2018,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 0.54e12, fp16: 0.54e12, int8: 1e12 },
  memoryBytesPerSecond: 41.6e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 4,
  clockHz: 4.2e9,
  powerWatts: 71,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_W_1290P: HardwareSpec = {
  id: 'intel-xeon-w-1290p',
  name: 'Intel Xeon W-1290P',
  aliases: ['Intel Xeon W-1290P CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'cometlake',
  releaseYear: 2020,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 1.47e12, fp16: 1.47e12, int8: 2.9e12 },
  memoryBytesPerSecond: 46.9e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 20 * 2 ** 20,
  computeUnits: 10,
  clockHz: 4.6e9,
  powerWatts: 125,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

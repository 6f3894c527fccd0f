import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_SILVER_4316: HardwareSpec = {
  id: 'intel-xeon-silver-4316',
  name: 'Intel Xeon Silver 4316',
  aliases: ['Intel Xeon 4316 CPU', 'Intel Xeon 4316'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'icelake',
  releaseYear: 2021,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 2.95e12, fp16: 2.95e12, int8: 11.8e12 },
  memoryBytesPerSecond: 171e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 30 * 2 ** 20,
  computeUnits: 20,
  clockHz: 2.3e9,
  powerWatts: 150,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_SILVER_4216R: HardwareSpec = {
  id: 'intel-xeon-silver-4216r',
  name: 'Intel Xeon Silver 4216R',
  aliases: ['Intel Xeon 4216R CPU', 'Intel Xeon 4216R'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'cascadelake',
  releaseYear: 2020,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 1.1e12, fp16: 1.1e12, int8: 4.4e12 },
  memoryBytesPerSecond: 115e9,
  memoryBytes: 192 * 2 ** 30,
  cacheBytes: 22 * 2 ** 20,
  computeUnits: 16,
  clockHz: 2.2e9,
  powerWatts: 100,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

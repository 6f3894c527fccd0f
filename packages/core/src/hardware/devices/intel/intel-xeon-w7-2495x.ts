import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_W7_2495X: HardwareSpec = {
  id: 'intel-xeon-w7-2495x',
  name: 'Intel Xeon w7-2495X',
  aliases: ['Intel Xeon 2495X'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'sapphirerapids',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 4.3e12, fp16: 57e12, int8: 115e12 },
  memoryBytesPerSecond: 307e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 45 * 2 ** 20,
  computeUnits: 24,
  clockHz: 2.8e9,
  powerWatts: 225,
  instructionGeneration: 600,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

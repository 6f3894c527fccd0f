import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_MAX_9480: HardwareSpec = {
  id: 'intel-xeon-max-9480',
  name: 'Intel Xeon Max 9480',
  aliases: ['Intel Xeon 9480'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'sapphirerapids',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 8.6e12, fp16: 117e12, int8: 234e12 },
  memoryBytesPerSecond: 1.6e12,
  memoryBytes: 128 * 2 ** 30,
  cacheBytes: 112 * 2 ** 20,
  computeUnits: 56,
  clockHz: 2.4e9,
  powerWatts: 350,
  instructionGeneration: 600,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_6980P: HardwareSpec = {
  id: 'intel-xeon-6980p',
  name: 'Intel Xeon 6980P',
  aliases: ['Intel Xeon 6 6980P'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'graniterapids',
  releaseYear: 2024,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 16.4e12, fp16: 262e12, int8: 524e12 },
  memoryBytesPerSecond: 844.8e9,
  memoryBytes: 768 * 2 ** 30,
  cacheBytes: 504 * 2 ** 20,
  computeUnits: 128,
  clockHz: 2e9,
  powerWatts: 500,
  instructionGeneration: 600,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

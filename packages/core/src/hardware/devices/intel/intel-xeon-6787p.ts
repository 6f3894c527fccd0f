import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_6787P: HardwareSpec = {
  id: 'intel-xeon-6787p',
  name: 'Intel Xeon 6787P',
  aliases: ['Intel Xeon 6 6787P'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'graniterapids',
  releaseYear: 2025,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 11e12, fp16: 176e12, int8: 352e12 },
  memoryBytesPerSecond: 512e9,
  memoryBytes: 512 * 2 ** 30,
  cacheBytes: 336 * 2 ** 20,
  computeUnits: 86,
  clockHz: 2e9,
  powerWatts: 350,
  instructionGeneration: 600,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

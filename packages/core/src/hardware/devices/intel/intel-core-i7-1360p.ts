import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_CORE_I7_1360P: HardwareSpec = {
  id: 'intel-core-i7-1360p',
  name: 'Intel Core i7-1360P',
  aliases: ['Intel Core i7-1360P CPU'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'raptorlake',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.95e12, fp16: 0.95e12, int8: 3.8e12 },
  memoryBytesPerSecond: 83e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 18 * 2 ** 20,
  computeUnits: 12,
  clockHz: 4.2e9,
  powerWatts: 28,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const AMD_RYZEN_EMBEDDED_V1605B: HardwareSpec = {
  id: 'amd-ryzen-embedded-v1605b',
  name: 'AMD Ryzen Embedded V1605B',
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen',
  releaseYear: 2018,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.23e12, fp16: 0.23e12, int8: 0.46e12 },
  memoryBytesPerSecond: 38.4e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 4,
  clockHz: 3.6e9,
  powerWatts: 15,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

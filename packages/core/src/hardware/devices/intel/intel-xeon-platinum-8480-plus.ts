import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PLATINUM_8480_PLUS: HardwareSpec = {
  id: 'intel-xeon-platinum-8480-plus',
  name: 'Intel Xeon Platinum 8480+',
  aliases: ['Intel Xeon 8480+'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'sapphirerapids',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 9.3e12, fp16: 126e12, int8: 252e12 },
  memoryBytesPerSecond: 307e9,
  memoryBytes: 512 * 2 ** 30,
  cacheBytes: 105 * 2 ** 20,
  computeUnits: 56,
  clockHz: 2.6e9,
  powerWatts: 350,
  instructionGeneration: 600,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

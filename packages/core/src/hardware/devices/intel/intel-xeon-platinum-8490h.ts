import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PLATINUM_8490H: HardwareSpec = {
  id: 'intel-xeon-platinum-8490h',
  name: 'Intel Xeon Platinum 8490H',
  aliases: ['Intel Xeon 8490H CPU', 'Intel Xeon 8490H'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'sapphirerapids',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 9.2e12, fp16: 135e12, int8: 270e12 },
  memoryBytesPerSecond: 307e9,
  memoryBytes: 512 * 2 ** 30,
  cacheBytes: 112 * 2 ** 20,
  computeUnits: 60,
  clockHz: 2.4e9,
  powerWatts: 350,
  instructionGeneration: 600,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

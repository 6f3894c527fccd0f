import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PLATINUM_8481C: HardwareSpec = {
  id: 'intel-xeon-platinum-8481c',
  name: 'Intel Xeon Platinum 8481C',
  aliases: ['Intel Xeon 8481C'],
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

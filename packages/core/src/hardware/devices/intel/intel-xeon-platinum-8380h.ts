import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PLATINUM_8380H: HardwareSpec = {
  id: 'intel-xeon-platinum-8380h',
  name: 'Intel Xeon Platinum 8380H',
  aliases: ['Intel Xeon 8380H CPU', 'Intel Xeon 8380H'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'cooperlake',
  releaseYear: 2020,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 4.7e12, fp16: 9.4e12, int8: 18.8e12 },
  memoryBytesPerSecond: 150e9,
  memoryBytes: 384 * 2 ** 30,
  cacheBytes: 38 * 2 ** 20,
  computeUnits: 28,
  clockHz: 2.9e9,
  powerWatts: 250,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'other_clock',
}

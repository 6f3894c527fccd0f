import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PLATINUM_8592_PLUS: HardwareSpec = {
  id: 'intel-xeon-platinum-8592-plus',
  name: 'Intel Xeon Platinum 8592+',
  aliases: ['Intel Xeon 8592+'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'emeraldrapids',
  releaseYear: 2023,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 10.6e12, fp16: 140e12, int8: 280e12 },
  memoryBytesPerSecond: 358e9,
  memoryBytes: 512 * 2 ** 30,
  cacheBytes: 320 * 2 ** 20,
  computeUnits: 64,
  clockHz: 2.6e9,
  powerWatts: 350,
  instructionGeneration: 600,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

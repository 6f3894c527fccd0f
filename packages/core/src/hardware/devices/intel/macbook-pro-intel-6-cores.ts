import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const MACBOOK_PRO_INTEL_6_CORES: HardwareSpec = {
  id: 'macbook-pro-intel-6-cores',
  name: 'MacBook Pro (Intel, 6 cores)',
  aliases: ['MacBook Pro'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'coffeelake',
  releaseYear: 2018,
  platforms: ['cpu', 'openvino', 'webnn'],
  operationsPerSecond: { fp32: 0.77e12, fp16: 0.77e12, int8: 1.54e12 },
  memoryBytesPerSecond: 38.4e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 9 * 2 ** 20,
  computeUnits: 6,
  clockHz: 4e9,
  powerWatts: 45,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

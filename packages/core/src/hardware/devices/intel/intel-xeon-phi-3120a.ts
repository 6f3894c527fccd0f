import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PHI_3120A: HardwareSpec = {
  id: 'intel-xeon-phi-3120a',
  name: 'Intel Xeon Phi 3120A',
  aliases: ['Xeon Phi 3120A (1.10 GHz 57-core 228-thread)'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'knights-corner',
  releaseYear: 2013,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 2e12, fp16: 2e12, int8: 2e12 },
  memoryBytesPerSecond: 240e9,
  memoryBytes: 6 * 2 ** 30,
  cacheBytes: 28.5 * 2 ** 20,
  computeUnits: 57,
  clockHz: 1.1e9,
  powerWatts: 300,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

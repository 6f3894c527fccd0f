import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const RADXA_ORION_O6: HardwareSpec = {
  id: 'radxa-orion-o6',
  name: 'Radxa Orion O6',
  kind: 'cpu',
  vendor: 'cix',
  architecture: 'cortex-a720',
  releaseYear: 2025,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.6e12, fp16: 1.2e12, int8: 2.4e12 },
  memoryBytesPerSecond: 88e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 12 * 2 ** 20,
  computeUnits: 12,
  clockHz: 2.6e9,
  powerWatts: 28,
  instructionGeneration: 90,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'kinds_of_cores',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

/** The bandwidth is that of the whole socket, of which the instance has a part. */
export const AZURE_STANDARD_D64S_V6: HardwareSpec = {
  id: 'azure-standard-d64s-v6',
  name: 'Azure Standard D64s v6',
  aliases: ['Microsoft Azure Standard D64s v6 Instance'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'emeraldrapids',
  releaseYear: 2024,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 6.1e12, fp16: 6.1e12, int8: 24.4e12 },
  memoryBytesPerSecond: 358.4e9,
  memoryBytes: 256 * 2 ** 30,
  computeUnits: 32,
  clockHz: 3e9,
  instructionGeneration: 600,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

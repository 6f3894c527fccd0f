import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

/** The bandwidth is that of the whole socket, of which the instance has a part. */
export const AZURE_STANDARD_D64PS_V6: HardwareSpec = {
  id: 'azure-standard-d64ps-v6',
  name: 'Azure Standard D64ps v6',
  aliases: ['Microsoft Azure Standard D64ps v6 Instance', 'Azure Cobalt 100'],
  kind: 'cpu',
  vendor: 'microsoft',
  architecture: 'neoverse-n2',
  releaseYear: 2024,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 3.5e12, fp16: 7e12, int8: 14e12 },
  memoryBytesPerSecond: 460.8e9,
  memoryBytes: 256 * 2 ** 30,
  computeUnits: 64,
  clockHz: 3.4e9,
  instructionGeneration: 90,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

/** The bandwidth is that of the whole socket, of which the instance has a part. */
export const AZURE_STANDARD_D64AS_V7: HardwareSpec = {
  id: 'azure-standard-d64as-v7',
  name: 'Azure Standard D64as v7',
  aliases: ['Microsoft Azure Standard D64as v7 Instance'],
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen5',
  releaseYear: 2025,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 7e12, fp16: 7e12, int8: 28e12 },
  memoryBytesPerSecond: 614.4e9,
  memoryBytes: 256 * 2 ** 30,
  computeUnits: 64,
  clockHz: 3.7e9,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'other_clock',
}

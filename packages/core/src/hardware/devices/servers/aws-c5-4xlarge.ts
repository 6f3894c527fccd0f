import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

/** 8 cores of a shared socket; the bandwidth is that of the whole socket. */
export const AWS_C5_4XLARGE: HardwareSpec = {
  id: 'aws-c5-4xlarge',
  name: 'AWS c5.4xlarge',
  aliases: ['AWS c5.4xlarge Instance'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'skylake-sp',
  releaseYear: 2017,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 1.7e12, fp16: 1.7e12, int8: 6.8e12 },
  memoryBytesPerSecond: 128e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 24.75 * 2 ** 20,
  computeUnits: 8,
  clockHz: 3.4e9,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import type { HardwareSpec } from '../../hardware.ts'

export const AWS_GRAVITON3: HardwareSpec = {
  id: 'aws-graviton3',
  name: 'AWS Graviton3',
  aliases: ['Graviton 3'],
  kind: 'cpu',
  vendor: 'aws',
  architecture: 'neoverse-v1',
  releaseYear: 2022,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 5.32e12, fp16: 10.6e12, int8: 21.3e12 },
  memoryBytesPerSecond: 307.2e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 64,
  clockHz: 2.6e9,
  instructionGeneration: 84,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://aws.amazon.com/ec2/graviton/',
}

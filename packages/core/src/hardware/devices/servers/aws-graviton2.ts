import type { HardwareSpec } from '../../hardware.ts'

export const AWS_GRAVITON2: HardwareSpec = {
  id: 'aws-graviton2',
  name: 'AWS Graviton2',
  aliases: ['Graviton 2'],
  kind: 'cpu',
  vendor: 'aws',
  architecture: 'neoverse-n1',
  releaseYear: 2020,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 2.56e12, fp16: 5.12e12, int8: 10.2e12 },
  memoryBytesPerSecond: 204.8e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 32 * 2 ** 20,
  computeUnits: 64,
  clockHz: 2.5e9,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://aws.amazon.com/ec2/graviton/',
}

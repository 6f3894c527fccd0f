import type { HardwareSpec } from '../../hardware.ts'

export const AWS_GRAVITON4: HardwareSpec = {
  id: 'aws-graviton4',
  name: 'AWS Graviton4',
  aliases: ['Graviton 4'],
  kind: 'cpu',
  vendor: 'aws',
  architecture: 'neoverse-v2',
  releaseYear: 2024,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 8.6e12, fp16: 17.2e12, int8: 34.4e12 },
  memoryBytesPerSecond: 537.6e9,
  memoryBytes: 768 * 2 ** 30,
  cacheBytes: 36 * 2 ** 20,
  computeUnits: 96,
  clockHz: 2.8e9,
  instructionGeneration: 90,
  launchOverhead: 'native',
  quality: 'estimate',
  source: 'https://aws.amazon.com/ec2/graviton/',
}

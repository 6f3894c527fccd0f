import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_A10G: HardwareSpec = {
  id: 'nvidia-a10g',
  name: 'NVIDIA A10G',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 35e12, fp16: 70e12, int8: 140e12 },
  memoryBytesPerSecond: 600e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 80,
  powerWatts: 300,
  instructionGeneration: 86,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://d1.awsstatic.com/product-marketing/ec2/NVIDIA_AWS_A10G_DataSheet_FINAL_02_17_2022.pdf',
}

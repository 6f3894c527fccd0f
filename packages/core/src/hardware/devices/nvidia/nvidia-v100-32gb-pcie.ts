import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_V100_32GB_PCIE: HardwareSpec = {
  id: 'nvidia-v100-32gb-pcie',
  name: 'NVIDIA V100 32GB PCIe',
  aliases: ['Tesla V100-PCIE-32GB', 'NVIDIA Tesla V100-PCIE-32GB'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'volta',
  releaseYear: 2018,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 14e12, fp16: 112e12, int8: 56e12 },
  memoryBytesPerSecond: 900e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 80,
  clockHz: 1.38e9,
  powerWatts: 250,
  instructionGeneration: 70,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/v100/',
}

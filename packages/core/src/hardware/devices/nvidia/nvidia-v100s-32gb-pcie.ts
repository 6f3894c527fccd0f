import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_V100S_32GB_PCIE: HardwareSpec = {
  id: 'nvidia-v100s-32gb-pcie',
  name: 'NVIDIA V100S 32GB PCIe',
  aliases: ['Tesla V100S-PCIE-32GB', 'NVIDIA V100S'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'volta',
  releaseYear: 2019,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 16.4e12, fp16: 130e12, int8: 65.6e12 },
  memoryBytesPerSecond: 1.134e12,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 80,
  clockHz: 1.6e9,
  powerWatts: 250,
  instructionGeneration: 70,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/v100/',
}

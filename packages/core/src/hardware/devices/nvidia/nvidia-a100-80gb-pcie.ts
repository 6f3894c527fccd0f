import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_A100_80GB_PCIE: HardwareSpec = {
  id: 'nvidia-a100-80gb-pcie',
  name: 'NVIDIA A100 80GB PCIe',
  aliases: ['A100 PCIe'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2021,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 19.5e12, fp16: 312e12, int8: 624e12 },
  memoryBytesPerSecond: 1.935e12,
  memoryBytes: 80 * 2 ** 30,
  cacheBytes: 40 * 2 ** 20,
  computeUnits: 108,
  clockHz: 1.41e9,
  powerWatts: 300,
  instructionGeneration: 80,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/a100/',
}

import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_A100_40GB_PCIE: HardwareSpec = {
  id: 'nvidia-a100-40gb-pcie',
  name: 'NVIDIA A100 40GB PCIe',
  aliases: ['NVIDIA A100-PCIE-40GB'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'ampere',
  releaseYear: 2020,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 19.5e12, fp16: 312e12, int8: 624e12 },
  memoryBytesPerSecond: 1.555e12,
  memoryBytes: 40 * 2 ** 30,
  cacheBytes: 40 * 2 ** 20,
  computeUnits: 108,
  clockHz: 1.41e9,
  powerWatts: 250,
  instructionGeneration: 80,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/a100/',
}

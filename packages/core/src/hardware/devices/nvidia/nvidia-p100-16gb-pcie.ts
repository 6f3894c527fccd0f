import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_P100_16GB_PCIE: HardwareSpec = {
  id: 'nvidia-p100-16gb-pcie',
  name: 'NVIDIA P100 16GB PCIe',
  aliases: ['Tesla P100-PCIE-16GB', 'Tesla P100', 'NVIDIA P100'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'pascal',
  releaseYear: 2016,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 9.3e12, fp16: 18.7e12, int8: 9.3e12 },
  memoryBytesPerSecond: 732e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 56,
  clockHz: 1.3e9,
  powerWatts: 250,
  instructionGeneration: 60,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/tesla-p100/',
}

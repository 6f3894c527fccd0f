import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_H100_80GB_PCIE: HardwareSpec = {
  id: 'nvidia-h100-80gb-pcie',
  name: 'NVIDIA H100 80GB PCIe',
  aliases: ['NVIDIA H100 PCIe'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'hopper',
  releaseYear: 2022,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 51.2e12, fp16: 756e12, int8: 1513e12, fp8: 1513e12 },
  memoryBytesPerSecond: 2.039e12,
  memoryBytes: 80 * 2 ** 30,
  cacheBytes: 50 * 2 ** 20,
  computeUnits: 114,
  clockHz: 1.76e9,
  powerWatts: 350,
  instructionGeneration: 90,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/h100/',
}

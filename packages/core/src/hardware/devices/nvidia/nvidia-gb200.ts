import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GB200: HardwareSpec = {
  id: 'nvidia-gb200',
  name: 'NVIDIA GB200',
  aliases: ['NVIDIA GB200 NVL72'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'blackwell',
  releaseYear: 2024,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 80e12, fp16: 2500e12, int8: 5000e12, fp8: 5000e12, fp4: 10000e12 },
  memoryBytesPerSecond: 8e12,
  memoryBytes: 186 * 2 ** 30,
  cacheBytes: 126 * 2 ** 20,
  computeUnits: 148,
  clockHz: 2.06e9,
  powerWatts: 1200,
  instructionGeneration: 100,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/gb200-nvl72/',
}

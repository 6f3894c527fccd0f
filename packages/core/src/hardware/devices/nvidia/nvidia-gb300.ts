import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GB300: HardwareSpec = {
  id: 'nvidia-gb300',
  name: 'NVIDIA GB300',
  aliases: ['NVIDIA GB300 NVL72'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'blackwell',
  releaseYear: 2025,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 80e12, fp16: 2500e12, int8: 165e12, fp8: 5000e12, fp4: 15000e12 },
  memoryBytesPerSecond: 8e12,
  memoryBytes: 288 * 2 ** 30,
  cacheBytes: 126 * 2 ** 20,
  computeUnits: 152,
  clockHz: 2.06e9,
  powerWatts: 1400,
  instructionGeneration: 103,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/gb300-nvl72/',
}

import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_RTX_PRO_6000_BLACKWELL_WORKSTATION: HardwareSpec = {
  id: 'nvidia-rtx-pro-6000-blackwell-workstation',
  name: 'NVIDIA RTX PRO 6000 Blackwell Workstation',
  aliases: ['NVIDIA RTX PRO 6000 Blackwell Workstation Edition', 'RTX PRO 6000'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'blackwell',
  releaseYear: 2025,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 126e12, fp16: 503.8e12, int8: 1007.6e12, fp8: 1007.6e12, fp4: 2015e12 },
  memoryBytesPerSecond: 1.792e12,
  memoryBytes: 96 * 2 ** 30,
  cacheBytes: 128 * 2 ** 20,
  computeUnits: 188,
  clockHz: 2.617e9,
  powerWatts: 600,
  instructionGeneration: 120,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/products/workstations/professional-desktop-gpus/rtx-pro-6000/',
}

import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_RTX_PRO_6000_BLACKWELL_MAX_Q: HardwareSpec = {
  id: 'nvidia-rtx-pro-6000-blackwell-max-q',
  name: 'NVIDIA RTX PRO 6000 Blackwell Max-Q',
  aliases: ['NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'blackwell',
  releaseYear: 2025,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 110e12, fp16: 438.9e12, int8: 878e12, fp8: 878e12, fp4: 1755e12 },
  memoryBytesPerSecond: 1.792e12,
  memoryBytes: 96 * 2 ** 30,
  cacheBytes: 128 * 2 ** 20,
  computeUnits: 188,
  clockHz: 2.28e9,
  powerWatts: 300,
  instructionGeneration: 120,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/products/workstations/professional-desktop-gpus/rtx-pro-6000-max-q/',
}

import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_2080: HardwareSpec = {
  id: 'nvidia-geforce-rtx-2080',
  name: 'NVIDIA GeForce RTX 2080',
  aliases: ['nVIDIA RTX2080 of Desktop'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2018,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 10.1e12, fp16: 40.3e12, int8: 161.1e12 },
  memoryBytesPerSecond: 448e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 46,
  clockHz: 1.71e9,
  powerWatts: 215,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://images.nvidia.com/aem-dam/en-zz/Solutions/design-visualization/technologies/turing-architecture/NVIDIA-Turing-Architecture-Whitepaper.pdf',
}

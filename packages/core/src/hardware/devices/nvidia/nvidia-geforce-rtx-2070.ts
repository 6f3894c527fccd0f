import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_GEFORCE_RTX_2070: HardwareSpec = {
  id: 'nvidia-geforce-rtx-2070',
  name: 'NVIDIA GeForce RTX 2070',
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2018,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 7.5e12, fp16: 29.9e12, int8: 119.4e12 },
  memoryBytesPerSecond: 448e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 36,
  clockHz: 1.62e9,
  powerWatts: 175,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://images.nvidia.com/aem-dam/en-zz/Solutions/design-visualization/technologies/turing-architecture/NVIDIA-Turing-Architecture-Whitepaper.pdf',
}

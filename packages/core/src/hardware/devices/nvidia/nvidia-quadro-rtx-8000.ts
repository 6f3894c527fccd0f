import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_QUADRO_RTX_8000: HardwareSpec = {
  id: 'nvidia-quadro-rtx-8000',
  name: 'NVIDIA Quadro RTX 8000',
  aliases: ['Quadro RTX 8000', 'NVIDIA Quadro RTX 8000 (TU102 SM x 72 + Tensor Core x 576)'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2018,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 16.3e12, fp16: 130.5e12, int8: 261e12 },
  memoryBytesPerSecond: 672e9,
  memoryBytes: 48 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 72,
  clockHz: 1.77e9,
  powerWatts: 260,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://images.nvidia.com/aem-dam/en-zz/Solutions/design-visualization/technologies/turing-architecture/NVIDIA-Turing-Architecture-Whitepaper.pdf',
}

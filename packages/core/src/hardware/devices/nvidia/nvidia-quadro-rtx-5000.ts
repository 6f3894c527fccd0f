import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_QUADRO_RTX_5000: HardwareSpec = {
  id: 'nvidia-quadro-rtx-5000',
  name: 'NVIDIA Quadro RTX 5000',
  aliases: ['Quadro RTX 5000'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2018,
  platforms: ['cuda', 'webgpu', 'webnn'],
  operationsPerSecond: { fp32: 11.2e12, fp16: 89.2e12, int8: 178e12 },
  memoryBytesPerSecond: 448e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 48,
  clockHz: 1.82e9,
  powerWatts: 230,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://images.nvidia.com/aem-dam/en-zz/Solutions/design-visualization/technologies/turing-architecture/NVIDIA-Turing-Architecture-Whitepaper.pdf',
}

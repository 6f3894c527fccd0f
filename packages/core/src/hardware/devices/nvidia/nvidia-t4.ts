import type { HardwareSpec } from '../../hardware.ts'

export const NVIDIA_T4: HardwareSpec = {
  id: 'nvidia-t4',
  name: 'NVIDIA T4',
  aliases: ['Tesla T4'],
  kind: 'gpu',
  vendor: 'nvidia',
  architecture: 'turing',
  releaseYear: 2018,
  platforms: ['cuda'],
  operationsPerSecond: { fp32: 8.1e12, fp16: 65e12, int8: 130e12 },
  memoryBytesPerSecond: 320e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 40,
  clockHz: 1.59e9,
  powerWatts: 70,
  instructionGeneration: 75,
  launchOverhead: 'driver',
  quality: 'vendor',
  source: 'https://www.nvidia.com/en-us/data-center/tesla-t4/',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const NVIDIA_JETSON_AGX_ORIN_CPU: HardwareSpec = {
  id: 'nvidia-jetson-agx-orin-cpu',
  name: 'NVIDIA Jetson AGX Orin CPU',
  aliases: ['NVIDIA Jetson AGX Orin'],
  kind: 'cpu',
  vendor: 'nvidia',
  architecture: 'cortex-a78ae',
  releaseYear: 2022,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.422e12, fp16: 0.845e12, int8: 1.69e12 },
  memoryBytesPerSecond: 205e9,
  memoryBytes: 64 * 2 ** 30,
  cacheBytes: 6 * 2 ** 20,
  computeUnits: 12,
  clockHz: 2.2e9,
  powerWatts: 60,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const DRAGONWING_RB3_GEN_2_VISION_KIT: HardwareSpec = {
  id: 'dragonwing-rb3-gen-2-vision-kit',
  name: 'Dragonwing RB3 Gen 2 Vision Kit',
  aliases: ['Dragonwing RB3 Gen 2', 'QCS6490'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon68',
  releaseYear: 2023,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 0.7e12, int8: 12e12 },
  memoryBytesPerSecond: 25.6e9,
  memoryBytes: 8 * 2 ** 30,
  cacheBytes: 2 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1e9,
  powerWatts: 10,
  instructionGeneration: 68,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'collection',
}

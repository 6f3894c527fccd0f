import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const QCS8550_PROXY: HardwareSpec = {
  id: 'qcs8550-proxy',
  name: 'QCS8550 (Proxy)',
  aliases: ['QCS8550', 'Snapdragon 8 Gen 2', 'Qualcomm SM8550'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon73',
  releaseYear: 2023,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 3e12, fp16: 24e12, int8: 48e12 },
  memoryBytesPerSecond: 67e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1.4e9,
  powerWatts: 12,
  instructionGeneration: 73,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'collection',
}

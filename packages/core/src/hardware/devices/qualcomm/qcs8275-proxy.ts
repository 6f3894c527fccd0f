import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const QCS8275_PROXY: HardwareSpec = {
  id: 'qcs8275-proxy',
  name: 'QCS8275 (Proxy)',
  aliases: ['QCS8275'],
  kind: 'npu',
  vendor: 'qualcomm',
  architecture: 'hexagon75',
  releaseYear: 2024,
  platforms: ['qnn'],
  operationsPerSecond: { fp32: 2.5e12, fp16: 20e12, int8: 40e12 },
  memoryBytesPerSecond: 51e9,
  memoryBytes: 24 * 2 ** 30,
  cacheBytes: 4 * 2 ** 20,
  computeUnits: 1,
  clockHz: 1.2e9,
  powerWatts: 20,
  instructionGeneration: 75,
  launchOverhead: 'bridged',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'collection',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const HUAWEI_KUNPENG_920_2251K: HardwareSpec = {
  id: 'huawei-kunpeng-920-2251k',
  name: 'Huawei Kunpeng 920 2251K',
  aliases: ['HUAWEI KunPeng 920 2251K (x8 cores)'],
  kind: 'cpu',
  vendor: 'huawei',
  architecture: 'taishan-v110',
  releaseYear: 2020,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.33e12, fp16: 0.66e12, int8: 1.32e12 },
  memoryBytesPerSecond: 42.7e9,
  memoryBytes: 16 * 2 ** 30,
  cacheBytes: 8 * 2 ** 20,
  computeUnits: 8,
  clockHz: 2.6e9,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

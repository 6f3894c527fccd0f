import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const HUAWEI_KUNPENG_920_3211K: HardwareSpec = {
  id: 'huawei-kunpeng-920-3211k',
  name: 'Huawei Kunpeng 920 3211K',
  aliases: ['HUAWEI KunPeng 920 3211K (x24 cores)'],
  kind: 'cpu',
  vendor: 'huawei',
  architecture: 'taishan-v110',
  releaseYear: 2020,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 1e12, fp16: 2e12, int8: 4e12 },
  memoryBytesPerSecond: 85.3e9,
  memoryBytes: 32 * 2 ** 30,
  cacheBytes: 24 * 2 ** 20,
  computeUnits: 24,
  clockHz: 2.6e9,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

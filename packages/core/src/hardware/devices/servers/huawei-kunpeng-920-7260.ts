import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const HUAWEI_KUNPENG_920_7260: HardwareSpec = {
  id: 'huawei-kunpeng-920-7260',
  name: 'Huawei Kunpeng 920 7260',
  aliases: ['HUAWEI Kunpeng 920 7260 (x64 cores)'],
  kind: 'cpu',
  vendor: 'huawei',
  architecture: 'taishan-v110',
  releaseYear: 2019,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 2.66e12, fp16: 5.32e12, int8: 10.64e12 },
  memoryBytesPerSecond: 187.7e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 64 * 2 ** 20,
  computeUnits: 64,
  clockHz: 2.6e9,
  powerWatts: 180,
  instructionGeneration: 82,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

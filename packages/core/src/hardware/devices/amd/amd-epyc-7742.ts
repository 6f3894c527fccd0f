import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const AMD_EPYC_7742: HardwareSpec = {
  id: 'amd-epyc-7742',
  name: 'AMD EPYC 7742',
  aliases: ['AMD EPYC 7742 (2.25GHz) ubuntu 22.04 AOCC_4.2.0-Build#89'],
  kind: 'cpu',
  vendor: 'amd',
  architecture: 'zen2',
  releaseYear: 2019,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 4.6e12, fp16: 4.6e12, int8: 9.2e12 },
  memoryBytesPerSecond: 204.8e9,
  memoryBytes: 256 * 2 ** 30,
  cacheBytes: 256 * 2 ** 20,
  computeUnits: 64,
  clockHz: 2.25e9,
  powerWatts: 225,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

/** A virtual machine with 8 cores; its source names neither the processor nor its memory, which are assumed to be a common desktop's. */
export const HYPER_V_LINUX_GUEST: HardwareSpec = {
  id: 'hyper-v-linux-guest',
  name: 'Hyper-V Linux guest',
  aliases: ['Hyper-V Linux Guest with GPU-PV enabled'],
  kind: 'cpu',
  vendor: 'unknown',
  architecture: 'unknown',
  releaseYear: 2021,
  platforms: ['cpu'],
  operationsPerSecond: { fp32: 0.9e12, fp16: 0.9e12, int8: 1.8e12 },
  memoryBytesPerSecond: 41.6e9,
  memoryBytes: 16 * 2 ** 30,
  computeUnits: 8,
  clockHz: 3.5e9,
  instructionGeneration: 256,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

import { type HardwareSpec, WORKED_OUT } from '../../hardware.ts'

export const INTEL_XEON_PLATINUM_8259CL: HardwareSpec = {
  id: 'intel-xeon-platinum-8259cl',
  name: 'Intel Xeon Platinum 8259CL',
  aliases: ['Intel Xeon 8259CL'],
  kind: 'cpu',
  vendor: 'intel',
  architecture: 'cascadelake',
  releaseYear: 2019,
  platforms: ['cpu', 'openvino'],
  operationsPerSecond: { fp32: 4e12, fp16: 4e12, int8: 16e12 },
  memoryBytesPerSecond: 141e9,
  memoryBytes: 192 * 2 ** 30,
  cacheBytes: 36 * 2 ** 20,
  computeUnits: 24,
  clockHz: 2.6e9,
  powerWatts: 210,
  instructionGeneration: 512,
  launchOverhead: 'native',
  quality: 'estimate',
  source: WORKED_OUT,
  peaksBy: 'like_units',
}

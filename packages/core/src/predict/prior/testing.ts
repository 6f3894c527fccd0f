import type { HardwareSpec } from '../../hardware/index.ts'
import type { Workload } from '../workload.ts'

/** A workload of a made-up family of networks that grow with `size`. */
export const workload = (device: HardwareSpec, size: number, more: Partial<Workload> = {}): Workload => ({
  platform: 'cuda',
  device,
  mode: 'inference',
  phase: 'forward',
  unit: 'sample',
  modelName: `net${size}`,
  architectureKey: `net${size}`,
  modelFamily: 'net',
  precision: 'fp16',
  batchSize: 64,
  inputSize: 224,
  macs: 1e9 * 1.5 ** size,
  parameters: 1e7 * 1.3 ** size,
  source: 'test',
  ...more,
})

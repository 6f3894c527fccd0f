import { ifKnown } from '../../errors.ts'
import type { HardwareSpec } from '../../hardware/index.ts'
import type { PredictionRequest } from '../prediction.ts'
import { prepare } from './prepare.ts'

/**
 * Why a request cannot run on a device, as predictions would say, at the end of a sentence; undefined when it can, or when its model cannot be looked up.
 *
 * @example
 * whyNotRun({ modelName: 'meta-llama/Llama-3.1-70B', platform: 'cuda', batchSize: 1, sequenceLength: 128, mode: 'inference', precision: 'fp16' }, t4)
 * // 'it needs about 132 GB (131 GB of weights, 0.2 GB of activations) and NVIDIA T4 has 16 GB: use a lower precision or a device with more memory'
 */
export function whyNotRun(request: PredictionRequest, device: HardwareSpec): string | undefined {
  return ifKnown(() => prepare(request, device, [], () => undefined).unsupported)
}

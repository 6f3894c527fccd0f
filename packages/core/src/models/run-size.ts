import type { RunSize } from '../graph/onnx/index.ts'
import { buildSize, type CostQuery } from './cost.ts'
import { readsOf } from './kinds.ts'
import type { ResolvedModel } from './resolved-model.ts'

/**
 * The size at which a model is run when a question in the words of the wire is asked: the one it is costed at, so that what is measured and what is predicted are the same.
 *
 * @example
 * runSizeOf(resolveModel({ modelName: 'gpt2' }), { batchSize: 8 }) // { batch: 8, sequence: 128, phase: 'prefill' }
 */
export function runSizeOf({ unit, inputSize, family }: Pick<ResolvedModel, 'unit' | 'inputSize' | 'family'>, query: CostQuery): RunSize {
  const { precision: _, ...size } = buildSize({ unit, inputSize, reads: readsOf(family) }, query)
  return size
}

import { BenchcastError } from '../errors.ts'
import type { RunSize } from '../graph/onnx/index.ts'
import { buildSize, type CostQuery } from './cost.ts'
import { readsOf } from './kinds.ts'
import type { ResolvedModel } from './resolved-model.ts'

/**
 * The size at which a model is run when a question in the words of the wire is asked: the one it is costed at, so that what is measured and what is predicted are the same.
 * A language model reads `sequenceLength` tokens and gives the logits of the last (prefill), or with phase `decode` makes one token after `sequenceLength` cached ones; an
 * encoder-decoder runs both sides over `sequenceLength` tokens; all others run once, forward.
 *
 * Throws `invalid_model` when a model that does not generate token by token is asked for a decode step.
 *
 * @example
 * runSizeOf(resolveModel({ modelName: 'gpt2' }), { batchSize: 8 }) // { batch: 8, sequence: 128, phase: 'prefill' }
 * runSizeOf(resolveModel({ modelName: 'gpt2' }), { batchSize: 8, phase: 'decode' }) // { batch: 8, sequence: 128, phase: 'decode' }
 */
export function runSizeOf({ unit, inputSize, family }: Pick<ResolvedModel, 'unit' | 'inputSize' | 'family'>, query: CostQuery): RunSize {
  if (unit === 'sample' && query.phase?.startsWith('decode'))
    throw new BenchcastError('invalid_model', 'It has no decode step: only language models that generate token by token have one. Ask without a phase, and it is run as a whole.')
  const { precision: _, ...size } = buildSize({ unit, inputSize, reads: readsOf(family) }, query)
  return size
}

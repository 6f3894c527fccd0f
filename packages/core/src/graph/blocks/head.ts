import type { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'

/** Scores of every word of a vocabulary: a learnt matrix, or the embedding table again when it is `tied`. */
export interface LogitsConfig {
  readonly tied?: Tensor | undefined
  readonly vocabulary: number
  readonly bias?: boolean
  /** c in c tanh(logits / c). */
  readonly softcap?: number | undefined
}

/** Logits [batch, sequence, vocabulary] of states [batch, sequence, width]. */
export function logits(b: GraphBuilder, states: Tensor, { tied, vocabulary, bias = false, softcap }: LogitsConfig): Tensor {
  const product = tied === undefined ? b.linear(states, 'logits', vocabulary, { bias }) : b.matMul(states, b.transpose(tied, [1, 0]))
  return softcap === undefined ? product : b.mul(b.tanh(b.div(product, softcap)), softcap)
}

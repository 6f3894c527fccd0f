import type { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'

/** What is added to a score that must not count: exp of it is 0, and every float holds it. */
const NEVER = -65504

/** Which keys a query sees, by position: those up to its own, and of them the last `window` when given. */
export interface CausalMask {
  /** Positions of the queries: start to end (exclusive). Keys are 0 to end. */
  readonly start: number
  readonly end: number
  readonly window?: number | undefined
}

/** Additive mask [queries, keys] from positions; undefined when a single last query sees all keys. */
export function causalMask(b: GraphBuilder, { start, end, window }: CausalMask): Tensor | undefined {
  const isWindowed = window !== undefined && window < end
  if (end - start === 1 && !isWindowed) return undefined
  return b.fusible('causal_mask', () => whereAllowed(b, start, end, isWindowed ? window : undefined), { inline: true })
}

function whereAllowed(b: GraphBuilder, start: number, end: number, window: number | undefined): Tensor {
  const queries = b.reshape(b.range(start, end), [end - start, 1])
  const keys = b.range(0, end)
  const past = b.node('LessOrEqual', [keys, queries])
  const allowed = window === undefined ? past : b.node('And', [past, b.node('Greater', [keys, b.sub(queries, window)])])
  return b.node('Where', [allowed, b.constant(0), b.constant(NEVER)])
}

/** Additive mask [batch, 1, 1, keys] from the input `attention_mask`, 1 for tokens and 0 for padding. */
export function paddingMask(b: GraphBuilder, batch: number, keys: number, name = 'attention_mask'): Tensor {
  const tokens = b.cast(b.input(name, [batch, keys], 'int64'), b.type)
  const padding = b.node('Sub', [b.constant(1), tokens])
  return b.reshape(b.mul(padding, NEVER), [batch, 1, 1, keys])
}

import type { Texts } from '../inputs.ts'
import type { EncodedRows } from './encoded-rows.ts'

/** One score per row: the best over the row's references. */
export function bestOverReferences<T>(rows: (input: Texts) => EncodedRows<T>, score: (hypothesis: T, reference: T) => number): (input: Texts) => Float64Array {
  return (input) => {
    const encoded = rows(input)
    return Float64Array.from({ length: input.n }, (_, row) => {
      const hypothesis = encoded.hypothesis(row)
      let best = 0
      for (const reference of encoded.references(row)) best = Math.max(best, score(hypothesis, reference))
      return best
    })
  }
}

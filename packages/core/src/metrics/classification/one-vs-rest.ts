import type { Codes, Probabilities, Weights } from '../inputs.ts'
import { type Order, orderOf, scoresOf } from '../kernels/index.ts'

/** One class against all others, rows ordered by the score of that class. */
export interface OneVsRest extends Order {
  readonly truth: Codes
  /** The code of the class. */
  readonly code: number
  readonly weights: Weights
  /** Summed weight of the rows of the class, and of the others. */
  readonly positives: number
  readonly negatives: number
}

/** Class `code` of `input` against the rest. For a single column of scores it must be the positive class. */
export function oneVsRest(input: Probabilities, code: number): OneVsRest {
  const { truth, weights } = input
  const [positives, negatives] = countsOf(input, code)
  return { ...orderOf(scoresOf(input, code)), truth, code, weights, positives, negatives }
}

function countsOf({ n, truth, weights }: Probabilities, code: number): [number, number] {
  let positives = 0
  let total = 0
  for (let i = 0; i < n; i++) {
    const w = weights === null ? 1 : weights[i]!
    total += w
    if (truth[i] === code) positives += w
  }
  return [positives, total - positives]
}

/** The summed weight of each class in the truth. */
export function supportOf({ n, truth, weights, classes }: Probabilities): Float64Array {
  const support = new Float64Array(classes.length)
  for (let i = 0; i < n; i++) support[truth[i]!]! += weights === null ? 1 : weights[i]!
  return support
}

/** Scores of two classes rather than one column per class of many. */
export function isBinary({ columns, classes }: Probabilities): boolean {
  return columns === 1 || (columns === 2 && classes.length === 2)
}

import type { Probabilities, Weights } from '../inputs.ts'
import { forBlocks, type Order, orderOf, scoresOf } from '../kernels/index.ts'

/** One class against all others, rows ordered by the score of that class. */
export interface OneVsRest extends Order {
  /** 1 for the rows of the class, 0 for the others. */
  readonly member: Uint8Array
  readonly weights: Weights
  /** Summed weight of the rows of the class, and of the others. */
  readonly positives: number
  readonly negatives: number
}

/** Class `code` of `input` against the rest. For a single column of scores it must be the positive class. */
export function oneVsRest(input: Probabilities, code: number): OneVsRest {
  const member = membersOf(input, code)
  const [positives, negatives] = weightsOf(member, input.weights)
  return { ...orderOf(scoresOf(input, code)), member, weights: input.weights, positives, negatives }
}

function membersOf({ n, truth }: Probabilities, code: number): Uint8Array {
  const member = new Uint8Array(n)
  forBlocks([truth], 0, n, ([t], start, rows) => {
    for (let i = 0; i < rows; i++) member[start + i] = t[i] === code ? 1 : 0
  })
  return member
}

function weightsOf(member: Uint8Array, weights: Weights): [positives: number, negatives: number] {
  let positives = 0
  let negatives = 0
  for (let i = 0; i < member.length; i++) {
    const w = weights === null ? 1 : weights[i]!
    positives += w * member[i]!
    negatives += w * (1 - member[i]!)
  }
  return [positives, negatives]
}

/** The classes of the truth that carry weight. */
export function classesPresent({ n, truth, weights, classes }: Probabilities): number[] {
  const present = new Uint8Array(classes.length)
  forBlocks([truth], 0, n, ([t], start, rows) => {
    for (let i = 0; i < rows; i++) if (weights === null || weights[start + i]! > 0) present[t[i]!] = 1
  })
  return [...present.keys()].filter((c) => present[c] === 1)
}

/** Scores of two classes rather than one column per class of many. */
export function isBinary({ columns, classes }: Probabilities): boolean {
  return columns === 1 || (columns === 2 && classes.length === 2)
}

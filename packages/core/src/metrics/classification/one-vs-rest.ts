import type { Codes, Probabilities, Weights } from '../inputs.ts'
import { bytesPresent, forBlocks, type Order, orderOf, scoresOf } from '../kernels/index.ts'

/** One class against all others, rows ordered by the score of that class. */
export interface OneVsRest extends Order {
  /** At each place of the order: 1 when its row is of the class, else 0. */
  readonly member: Uint8Array
  /** By row, not by place. */
  readonly weights: Weights
  /** Summed weight of the rows of the class, and of the others. */
  readonly positives: number
  readonly negatives: number
}

const CACHE = new WeakMap<Probabilities, OneVsRest>()

/**
 * Class `code` of `input` against the rest. For a single column of scores it must be the positive class.
 * The positive class of two is kept with the input, so that every metric and curve of it shares one sort.
 */
export function oneVsRest(input: Probabilities, code: number): OneVsRest {
  const known = code === input.positive ? CACHE.get(input) : undefined
  if (known) return known
  const scores = scoresOf(input, code)
  const order = orderOf(scores)
  const member = orderedMembers(scores, input, code, order)
  const made = { ...order, member, weights: input.weights, ...weightsOf(member, order, input.weights) }
  if (code === input.positive) CACHE.set(input, made)
  return made
}

const MEMBERS = new WeakMap<Float64Array, { readonly truth: Codes; readonly code: number; readonly member: Uint8Array }>()

/** Resampling weighs the same scores and truth thousands of times: their order and membership are found once. */
function orderedMembers(scores: Float64Array, input: Probabilities, code: number, order: Order): Uint8Array {
  const known = MEMBERS.get(scores)
  if (known?.truth === input.truth && known.code === code) return known.member
  const member = inOrder(membersOf(input, code), order)
  MEMBERS.set(scores, { truth: input.truth, code, member })
  return member
}

/** 1 for the rows of the class, 0 for the others. */
function membersOf({ n, truth }: Probabilities, code: number): Uint8Array {
  const member = new Uint8Array(n)
  forBlocks([truth], 0, n, ([t], start, rows) => {
    for (let i = 0; i < rows; i++) member[start + i] = t[i] === code ? 1 : 0
  })
  return member
}

function inOrder(values: Uint8Array, { order }: Order): Uint8Array {
  const sorted = new Uint8Array(order.length)
  for (let i = 0; i < order.length; i++) sorted[i] = values[order[i]!]!
  return sorted
}

function weightsOf(member: Uint8Array, { order }: Order, weights: Weights): { positives: number; negatives: number } {
  let [positives, negatives] = [0, 0]
  for (let i = 0; i < member.length; i++) {
    const w = weights === null ? 1 : weights[order[i]!]!
    positives += w * member[i]!
    negatives += w * (1 - member[i]!)
  }
  return { positives, negatives }
}

/** The classes of the truth that carry weight. */
export function classesPresent({ n, truth, weights, classes }: Probabilities): number[] {
  if (weights === null && truth instanceof Uint8Array) return bytesPresent(truth)
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

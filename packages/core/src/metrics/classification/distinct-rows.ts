import type { Probabilities } from '../inputs.ts'
import { remembered } from '../remembered.ts'
import { countedLevels, type LevelPiece } from './score-levels.ts'

const CACHE = new WeakMap<Probabilities, Probabilities | 'no'>()

/**
 * The same two-class data with each different row once, its weight the number of times it occurs: sums over a million rows of few decimals
 * become sums over some thousand. Undefined for weighted rows, for few rows, and where most rows differ.
 */
export function distinctRows(input: Probabilities): Probabilities | undefined {
  if (input.columns !== 1 || input.positive < 0) return undefined
  const made = remembered(CACHE, input, () => {
    const levels = countedLevels(input, input.positive)
    return levels ? rowsOf(levels.piece(), input) : 'no'
  })
  return made === 'no' ? undefined : made
}

/** Rows that give the same weighted sums as from..to of `all`: all its distinct ones, where these are few. */
export function fewestRows(all: Probabilities, from: number, to: number): { readonly input: Probabilities; readonly from: number; readonly to: number } {
  const input = from === 0 && to === all.n ? distinctRows(all) : undefined
  return input ? { input, from: 0, to: input.n } : { input: all, from, to }
}

/** At each score a row of the positive class, then the same for the other class. */
function rowsOf({ scores, members, others }: LevelPiece, input: Probabilities): Probabilities {
  const count = scores.length
  const truth = new Uint8Array(2 * count).fill(input.positive, 0, count).fill(1 - input.positive, count)
  const [values, weights] = [new Float64Array(2 * count), new Float64Array(2 * count)]
  values.set(scores)
  values.set(scores, count)
  weights.set(members)
  weights.set(others, count)
  return { ...input, n: 2 * count, truth, values, weights }
}

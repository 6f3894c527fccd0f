import type { Probabilities } from '../inputs.ts'
import { type DecimalGrid, decimalGrid, forBlocks, keyOf, scoresOf } from '../kernels/index.ts'
import { ListedLevels } from './listed-levels.ts'
import { oneVsRest } from './one-vs-rest.ts'
import { sortedSides } from './sorted-sides.ts'

/** Scores that follow each other, lowest first, and the weight of the rows of a class and of all others at each. */
export interface LevelPiece {
  readonly scores: Float64Array
  readonly members: Float64Array
  readonly others: Float64Array
}

/** The different scores of one class, and the weight of its rows and of all others at each: in pieces, so that those of ten million rows need not all be there at once. */
export interface ScoreLevels {
  /** Of different scores. */
  readonly count: number
  /** Summed weight of the rows of the class, and of the others. */
  readonly positives: number
  readonly negatives: number
  /** The piece with the lowest scores first. A piece may be used again for the next one. */
  rising(): Iterable<LevelPiece>
  /** The piece with the highest scores first; within each the lowest score is first all the same. */
  falling(): Iterable<LevelPiece>
}

/** Fewer rows are sorted as soon as they are counted. */
const COUNTED_ROWS = 4096
const MAX_CELLS = 1 << 17
/** Of more rows nobody asks which row is where in their order: standard errors are read off a sample. */
const ORDERED_ROWS = 65_536
const CACHE = new WeakMap<Probabilities, ScoreLevels>()

/**
 * What areas and curves need of a class against the rest. Scores of few decimals are counted, all others sorted.
 * For a single column of scores `code` must be the positive class; that of two is kept with the input.
 */
export function scoreLevels(input: Probabilities, code: number): ScoreLevels {
  const known = code === input.positive ? CACHE.get(input) : undefined
  if (known) return known
  const made = countedLevels(input, code) ?? (input.weights === null && input.n > ORDERED_ROWS ? sortedSides(input, code) : sortedLevels(input, code))
  if (code === input.positive) CACHE.set(input, made)
  return made
}

const COUNTED = new WeakMap<Probabilities, ListedLevels>()

/** The levels of unweighted scores of few decimals; undefined for all others. */
export function countedLevels(input: Probabilities, code: number): ListedLevels | undefined {
  if (input.weights !== null || input.n < COUNTED_ROWS) return undefined
  const known = code === input.positive ? COUNTED.get(input) : undefined
  if (known) return known
  const scores = scoresOf(input, code)
  const grid = decimalGrid(scores, Math.min(MAX_CELLS, input.n))
  const counts = grid && countCells(scores, input, code, grid)
  const made = counts && levelsOf(counts, grid)
  if (made && code === input.positive) COUNTED.set(input, made)
  return made
}

/** Per cell of the grid the rows of the other classes, then those of the class; undefined when a score is not on the grid. */
function countCells(scores: Float64Array, { n, truth }: Probabilities, code: number, grid: DecimalGrid): Uint32Array | undefined {
  const counts = new Uint32Array(2 * grid.cells)
  let signs = 0
  forBlocks([truth], 0, n, ([t], start, rows) => {
    if (signs < 0) return
    for (let i = 0; i < rows; i++) {
      const key = keyOf(scores[start + i]!, grid)
      signs |= key
      counts[2 * key + (t[i] === code ? 1 : 0)]!++
    }
  })
  return signs < 0 ? undefined : counts
}

function levelsOf(counts: Uint32Array, { scale, lowest, cells }: DecimalGrid): ListedLevels {
  const levels = new ListedLevels(cells)
  for (let key = 0; key < cells; key++) if (counts[2 * key]! + counts[2 * key + 1]! > 0) levels.add((lowest + key) / scale, counts[2 * key + 1]!, counts[2 * key]!)
  return levels
}

function sortedLevels(input: Probabilities, code: number): ListedLevels {
  const { order, tied, member, weights } = oneVsRest(input, code)
  const scores = scoresOf(input, code)
  const levels = new ListedLevels(order.length)
  let [members, others] = [0, 0]
  for (let i = 0; i < order.length; i++) {
    const w = weights === null ? 1 : weights[order[i]!]!
    members += w * member[i]!
    others += w * (1 - member[i]!)
    if (tied[i] === 1) continue
    levels.add(scores[order[i]!]!, members, others)
    members = 0
    others = 0
  }
  return levels
}

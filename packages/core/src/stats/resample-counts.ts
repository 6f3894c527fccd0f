import { logFactorial } from './log-factorial.ts'
import type { Random } from './random.ts'
import { randomBinomial } from './random-binomial.ts'
import { zeros } from './zeros.ts'

export interface ResampleOptions {
  /** How many resamples to draw where they are too many to enumerate. */
  readonly resamples: number
  readonly random: Random
  /** Enumerate when there are at most this many different resamples. */
  readonly limit: number
}

/** Row draws are cheaper than binomials up to about this many rows per cell. */
const ROWS_PER_CELL = 30

/**
 * Bootstrap of rows that fall into a few kinds (a confusion matrix, say): `counts` rows of each kind, whole numbers. Visits every possible
 * resample with its exact probability when there are at most `limit` of them, else `resamples` drawn ones of weight 1 / resamples.
 * The visitor gets a reused buffer.
 */
export function forEachResample(counts: ArrayLike<number>, options: ResampleOptions, visit: (resampled: Float64Array, weight: number) => void): { exact: boolean; count: number } {
  const { cells, n } = occupied(counts)
  const resampled = zeros(counts.length)
  const possible = compositions(n, cells.length, options.limit)
  if (possible <= options.limit) {
    enumerate(counts, cells, n, resampled, visit)
    return { exact: true, count: possible }
  }
  const draw = n <= ROWS_PER_CELL * cells.length ? rowDrawer(counts, cells, n, options.random) : binomialDrawer(counts, cells, n, options.random)
  for (let r = 0; r < options.resamples; r++) {
    draw(resampled)
    visit(resampled, 1 / options.resamples)
  }
  return { exact: false, count: options.resamples }
}

/** How many resamples {@link forEachResample} visits. */
export function countResamples(counts: ArrayLike<number>, { resamples, limit }: Pick<ResampleOptions, 'resamples' | 'limit'>): number {
  const { cells, n } = occupied(counts)
  const possible = compositions(n, cells.length, limit)
  return possible <= limit ? possible : resamples
}

/** The kinds that have rows, and how many rows there are. */
function occupied(counts: ArrayLike<number>): { readonly cells: readonly number[]; readonly n: number } {
  const cells: number[] = []
  let n = 0
  for (let i = 0; i < counts.length; i++) {
    n += counts[i]!
    if (counts[i]! > 0) cells.push(i)
  }
  return { cells, n }
}

/** Ways to write n as an ordered sum of `cells` numbers >= 0, C(n + cells - 1, cells - 1); given up above `limit`. */
function compositions(n: number, cells: number, limit: number): number {
  let ways = 1
  for (let k = 1; k < cells && ways <= limit; k++) ways = (ways * (n + k)) / k
  return Math.round(ways)
}

function enumerate(counts: ArrayLike<number>, cells: readonly number[], n: number, resampled: Float64Array, visit: (resampled: Float64Array, weight: number) => void): void {
  const terms = cells.map((cell) => {
    const logShare = Math.log(counts[cell]! / n)
    const ofCell: number[] = []
    for (let k = 0; k <= n; k++) ofCell.push(k * logShare - logFactorial(k))
    return ofCell
  })
  const place = (position: number, left: number, logWeight: number): void => {
    const cell = cells[position]!
    if (position === cells.length - 1) {
      resampled[cell] = left
      visit(resampled, Math.exp(logWeight + terms[position]![left]!))
      return
    }
    for (let k = 0; k <= left; k++) {
      resampled[cell] = k
      place(position + 1, left - k, logWeight + terms[position]![k]!)
    }
  }
  if (cells.length === 0) visit(resampled, 1)
  else place(0, n, logFactorial(n))
}

type Drawer = (into: Float64Array) => void

function rowDrawer(counts: ArrayLike<number>, cells: readonly number[], n: number, random: Random): Drawer {
  const cellOf = Uint32Array.from(cells.flatMap((cell) => new Array<number>(counts[cell]!).fill(cell)))
  return (into) => {
    into.fill(0)
    for (let i = 0; i < n; i++) into[cellOf[random.integer(n)]!]!++
  }
}

/** One cell after the other: given those before it, a cell's count is binomial. */
function binomialDrawer(counts: ArrayLike<number>, cells: readonly number[], n: number, random: Random): Drawer {
  return (into) => {
    let rows = n
    let mass = n
    for (const cell of cells) {
      into[cell] = randomBinomial(rows, counts[cell]! / mass, random)
      rows -= into[cell]!
      mass -= counts[cell]!
    }
  }
}

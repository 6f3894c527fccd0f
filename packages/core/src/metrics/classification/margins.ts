import type { Labels } from '../inputs.ts'
import { DEFAULT_PARAMS, type Params, type Statistic, stateOf } from '../metric.ts'
import { confusion } from './confusion.ts'

/** What the label metrics need of a confusion matrix of K classes: its diagonal and its two margins, each of length K. */
export interface Margins {
  /** Sum of all cells: the number (or weight) of rows. */
  readonly total: number
  /** Rows of the class that were predicted as it. */
  readonly hits: Float64Array
  /** Rows of the class. */
  readonly support: Float64Array
  /** Rows predicted as the class. */
  readonly predicted: Float64Array
}

/** Partial derivatives of a value with respect to each entry of {@link Margins}; `total` is the sum of `support`. */
export type MarginGradient = Omit<Margins, 'total'>

/** Classes above which counting cells first no longer pays, and would cost K² of memory. */
const MANY_CLASSES = 64
const MANY_ROWS = 4096

/**
 * Hits, support and predictions of each class, then their total: 3 K + 1 sums, whatever the number of classes.
 * Every label metric reads this one statistic, so that together they take one pass over the data.
 */
export const margins: Statistic<'labels'> = {
  id: 'margins',
  size: ({ classes }) => 3 * classes.length + 1,
  update(state, input, params, from, to) {
    const k = input.classes.length
    if (k <= MANY_CLASSES && to - from >= MANY_ROWS) addCells(state, input, params, from, to)
    else addRows(state, input, from, to)
  },
}

/** Many rows: count the cells of the confusion matrix, then add them up. */
function addCells(state: Float64Array, input: Labels, params: Params, from: number, to: number): void {
  const k = input.classes.length
  const cells = new Float64Array(k * k)
  confusion.update(cells, input, params, from, to)
  for (let t = 0; t < k; t++) for (let p = 0; p < k; p++) add(state, k, t, p, cells[t * k + p]!)
}

function addRows(state: Float64Array, { truth, predicted, weights, classes }: Labels, from: number, to: number): void {
  for (let i = from; i < to; i++) add(state, classes.length, truth[i]!, predicted[i]!, weights === null ? 1 : weights[i]!)
}

function add(state: Float64Array, k: number, truth: number, predicted: number, weight: number): void {
  if (truth === predicted) state[truth]! += weight
  state[k + truth]! += weight
  state[2 * k + predicted]! += weight
  state[3 * k]! += weight
}

/** Views into a state of {@link margins}, not copies. */
export function marginsOf(state: Float64Array): Margins {
  if (latest?.state !== state) latest = known(state) ?? keepRecent(new MarginViews(state))
  return latest
}

/** All metrics of a resample ask for the same view one after the other, then those of the next model; the views of a few models are kept. (A WeakMap of all took a tenth of a small run, and a property of a state makes it another kind of array to the engine.) */
const RECENT = 16
const recent: MarginViews[] = []
let latest: MarginViews | undefined
let made = 0

function known(state: Float64Array): MarginViews | undefined {
  for (let i = 0; i < recent.length; i++) if (recent[i]!.state === state) return recent[i]
  return undefined
}

function keepRecent(view: MarginViews): MarginViews {
  recent[made % RECENT] = view
  made += 1
  return view
}

class MarginViews implements Margins {
  readonly hits: Float64Array
  readonly support: Float64Array
  readonly predicted: Float64Array
  readonly state: Float64Array

  constructor(state: Float64Array) {
    const k = (state.length - 1) / 3
    this.state = state
    this.hits = state.subarray(0, k)
    this.support = state.subarray(k, 2 * k)
    this.predicted = state.subarray(2 * k, 3 * k)
  }

  get total(): number {
    return this.state[this.state.length - 1]!
  }
}

const ALL_ROWS = new WeakMap<Labels, Margins>()

/** The margins of all rows, counted once per input. Read them only. */
export function marginsOfAll(input: Labels): Margins {
  const known = ALL_ROWS.get(input)
  if (known) return known
  const made = marginsOf(stateOf(margins, input, DEFAULT_PARAMS))
  ALL_ROWS.set(input, made)
  return made
}

export function zeroGradient(k: number): MarginGradient {
  return { hits: new Float64Array(k), support: new Float64Array(k), predicted: new Float64Array(k) }
}

/** How many entries are not zero: the classes that occur. */
export function occurring(margin: Float64Array): number {
  let count = 0
  for (let c = 0; c < margin.length; c++) if (margin[c]! > 0) count++
  return count
}

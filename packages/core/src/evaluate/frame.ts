import { type InputKind, type Inputs, type Metric, type Outcome, type Params, type Statistic, stateOf } from '../metrics/index.ts'
import { zeros } from '../stats/index.ts'
import { reweighted, takeRows, weightsOfInput } from './rows.ts'
import type { ModelInput, RunInput } from './run-input.ts'

/** Rows to resample: the distinct ones, and how often each occurs. */
export interface Frame {
  readonly rows: Uint32Array
  readonly counts: Float64Array
}

/** Every row by itself. */
export function rowFrame(n: number): Frame {
  return { rows: Uint32Array.from({ length: n }, (_, i) => i), counts: new Float64Array(n).fill(1) }
}

/** Rows that agree in truth, in every model's prediction and in every group are one: a few cells instead of many rows. */
export function labelFrame({ n, table, features, weights }: RunInput): Frame {
  const { truth, predicted, classes } = table!
  const columns = [
    { codes: truth, size: classes.length },
    ...[...predicted.values()].map((codes) => ({ codes, size: classes.length })),
    ...features.filter(({ crossed }) => !crossed).map(({ group, groups }) => ({ codes: group, size: groups.length })),
  ]
  if (weights !== null || columns.reduce((product, { size }) => product * size, 1) > Number.MAX_SAFE_INTEGER) return rowFrame(n)
  const units = new Map<number, { row: number; count: number }>()
  for (let row = 0; row < n; row++) {
    let key = 0
    for (const { codes, size } of columns) key = key * size + codes[row]!
    const unit = units.get(key)
    if (unit) unit.count++
    else units.set(key, { row, count: 1 })
  }
  const list = [...units.values()]
  return { rows: Uint32Array.from(list, (unit) => unit.row), counts: Float64Array.from(list, (unit) => unit.count) }
}

/** Values of several metrics of one model when the frame's rows occur `counts` times; NaN where a metric is undefined. */
export type Evaluator = (counts: Float64Array, out: Float64Array) => void

/** The data of a model a metric reads; undefined when there is none. Fairness metrics read a feature beside it: see fairness-intervals.ts. */
export const dataOf = (metric: Metric, model: ModelInput): Inputs[InputKind] | undefined => model.inputs[metric.input]

/** Whether a metric can be evaluated on resamples: as a mean of items, a sum of row states, or by weighting rows. */
export const resamplable = (metric: Metric): boolean => metric.items !== undefined || metric.additive !== undefined || metric.weighted

/** An evaluator of `metrics`, which all read the same kind of input, over the rows of a frame. */
export function evaluatorOf(metrics: readonly Metric[], data: Inputs[InputKind], rows: Uint32Array, params: Params): Evaluator {
  const states = new Map<Statistic<InputKind>, StateReader>()
  const taken = takeRows(metrics[0]!.input, data, rows)
  const readers = metrics.map((metric) => readerOf(metric, taken, params, states))
  return (counts, out) => {
    for (const state of states.values()) state.fresh = false
    for (let m = 0; m < readers.length; m++) {
      const value = readers[m]!(counts)
      out[m] = typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN
    }
  }
}

type Reader = (counts: Float64Array) => Outcome
interface StateReader {
  fresh: boolean
  read(counts: Float64Array): Float64Array
}

function readerOf(metric: Metric, data: Inputs[InputKind], params: Params, states: Map<Statistic<InputKind>, StateReader>): Reader {
  if (metric.additive) {
    const { statistic, value } = metric.additive
    const state = states.get(statistic) ?? stateReader(metric, statistic, data, params)
    states.set(statistic, state)
    return (counts) => value(state.read(counts), data, params)
  }
  if (metric.items && !weightsOfInput(metric.input, data)) return meanReader(metric.items(data, params))
  return weightedReader(metric, data, params)
}

function meanReader(items: Float64Array): Reader {
  return (counts) => {
    let sum = 0
    let total = 0
    for (let i = 0; i < items.length; i++) {
      sum += counts[i]! * items[i]!
      total += counts[i]!
    }
    return sum / total
  }
}

function weightedReader(metric: Metric, data: Inputs[InputKind], params: Params): Reader {
  const combined = combineWeights(metric.input, data)
  return (counts) => metric.compute(reweighted(metric.input, data, combined(counts)), params)
}

/** One state per resample, however many metrics read it. */
function stateReader(metric: Metric, statistic: Statistic<InputKind>, data: Inputs[InputKind], params: Params): StateReader {
  const sum = statistic.merge ? weightedState(metric.input, statistic, data, params) : rowStates(statistic, data, params)
  let state: Float64Array
  return {
    fresh: false,
    read(counts) {
      if (!this.fresh) state = sum(counts)
      this.fresh = true
      return state
    },
  }
}

/** For states that are no plain sum over rows: the whole pass again. */
function weightedState(kind: InputKind, statistic: Statistic<InputKind>, data: Inputs[InputKind], params: Params) {
  const combined = combineWeights(kind, data)
  return (counts: Float64Array) => stateOf(statistic, reweighted(kind, data, combined(counts)), params)
}

/** A state is the sum of its rows' states, most of whose entries are 0: those of each row are found once and added up `counts` times. */
function rowStates(statistic: Statistic<InputKind>, data: Inputs[InputKind], params: Params) {
  const size = statistic.size(data, params)
  const n = data === null ? 0 : data.n
  const entries: number[] = []
  const values: number[] = []
  const ends = new Uint32Array(n)
  const one = zeros(size)
  for (let i = 0; i < n; i++) {
    statistic.update(one, data, params, i, i + 1)
    for (let j = 0; j < size; j++) {
      if (one[j] === 0) continue
      entries.push(j)
      values.push(one[j]!)
      one[j] = 0
    }
    ends[i] = entries.length
  }
  const packed = zeros(values.length)
  packed.set(values)
  return summing(new Uint32Array(entries), packed, ends, size)
}

/** The state is one buffer, filled again for each resample: metrics read it before the next one. */
function summing(entries: Uint32Array, values: Float64Array, ends: Uint32Array, size: number) {
  const state = zeros(size)
  return (counts: Float64Array) => {
    state.fill(0)
    for (let i = 0, e = 0; i < ends.length; i++) {
      const count = counts[i]!
      if (count === 0) e = ends[i]!
      else for (; e < ends[i]!; e++) state[entries[e]!]! += count * values[e]!
    }
    return state
  }
}

function combineWeights(kind: InputKind, data: Inputs[InputKind]): (counts: Float64Array) => Float64Array {
  const base = weightsOfInput(kind, data)
  return base ? (counts) => counts.map((count, i) => count * base[i]!) : (counts) => counts
}

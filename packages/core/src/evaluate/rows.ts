import type { Codes, GroupedLabels, InputKind, Inputs, Labels, Numbers, Probabilities, Rankings, Texts, TokenLogProbs, Weights } from '../metrics/index.ts'

/** The rows of `input` at `rows`, in that order, repeats allowed. */
export function takeRows<K extends InputKind>(kind: K, input: Inputs[K], rows: Uint32Array): Inputs[K] {
  return TAKERS[kind](input as never, rows) as Inputs[K]
}

const takeCodes = (codes: Codes, rows: Uint32Array): Codes => {
  const taken = new (codes.constructor as Uint8ArrayConstructor)(rows.length)
  for (let i = 0; i < rows.length; i++) taken[i] = codes[rows[i]!]!
  return taken
}
const takeNumbers = (values: Float64Array, rows: Uint32Array): Float64Array => {
  const taken = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) taken[i] = values[rows[i]!]!
  return taken
}
const takeWeights = (weights: Weights, rows: Uint32Array): Weights => weights && takeNumbers(weights, rows)
const takeList = <T>(list: readonly T[], rows: Uint32Array): T[] => Array.from(rows, (row) => list[row]!)

const takeLabels = (labels: Labels, rows: Uint32Array): Labels => ({
  ...labels,
  n: rows.length,
  truth: takeCodes(labels.truth, rows),
  predicted: takeCodes(labels.predicted, rows),
  weights: takeWeights(labels.weights, rows),
})

function takeTable(values: Float64Array, columns: number, rows: Uint32Array): Float64Array {
  if (columns === 1) return takeNumbers(values, rows)
  const taken = new Float64Array(rows.length * columns)
  for (let i = 0; i < rows.length; i++) taken.set(values.subarray(rows[i]! * columns, (rows[i]! + 1) * columns), i * columns)
  return taken
}

function takeLogProbs({ values, offsets, bytes }: TokenLogProbs, rows: Uint32Array): TokenLogProbs {
  const taken = new Uint32Array(rows.length + 1)
  rows.forEach((row, i) => {
    taken[i + 1] = taken[i]! + offsets[row + 1]! - offsets[row]!
  })
  const all = new Float64Array(taken[rows.length]!)
  rows.forEach((row, i) => {
    all.set(values.subarray(offsets[row]!, offsets[row + 1]!), taken[i]!)
  })
  return { n: rows.length, values: all, offsets: taken, bytes: bytes && takeNumbers(bytes, rows) }
}

const TAKERS: { [K in InputKind]: (input: Inputs[K], rows: Uint32Array) => Inputs[K] } = {
  labels: takeLabels,
  probabilities: (p: Probabilities, rows) => ({ ...p, n: rows.length, truth: takeCodes(p.truth, rows), values: takeTable(p.values, p.columns, rows), weights: takeWeights(p.weights, rows) }),
  numbers: (x: Numbers, rows) => ({ n: rows.length, truth: takeNumbers(x.truth, rows), predicted: takeNumbers(x.predicted, rows), weights: takeWeights(x.weights, rows) }),
  texts: (t: Texts, rows) => ({ n: rows.length, references: takeList(t.references, rows), hypotheses: takeList(t.hypotheses, rows) }),
  token_log_probs: takeLogProbs,
  rankings: (r: Rankings, rows) => ({ n: rows.length, relevant: takeList(r.relevant, rows), ranked: takeList(r.ranked, rows) }),
  grouped_labels: (g: GroupedLabels, rows) => ({ n: rows.length, labels: takeLabels(g.labels, rows), group: takeCodes(g.group, rows), groups: g.groups }),
  reported: () => null,
}

/** The same input with other row weights. Only for inputs that carry weights. */
export function reweighted<K extends InputKind>(kind: K, input: Inputs[K], weights: Weights): Inputs[K] {
  if (kind === 'grouped_labels') return { ...(input as GroupedLabels), labels: { ...(input as GroupedLabels).labels, weights } } as Inputs[K]
  return { ...(input as Labels), weights } as unknown as Inputs[K]
}

export function weightsOfInput(kind: InputKind, input: Inputs[InputKind]): Weights {
  if (input === null) return null
  if (kind === 'grouped_labels') return (input as GroupedLabels).labels.weights
  return 'weights' in input ? input.weights : null
}

/** The rows of `a` at `rows`, then those of `b`: two models' predictions over the same truth, one below the other. */
export function stack<K extends InputKind>(kind: K, a: Inputs[K], b: Inputs[K], rows: Uint32Array): Inputs[K] {
  const join = STACKERS[kind]
  return join ? (join(takeRows(kind, a, rows) as never, takeRows(kind, b, rows) as never) as Inputs[K]) : a
}

const joinCodes = (a: Codes, b: Codes): Codes => {
  const joined = new (a.constructor as Uint8ArrayConstructor)(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}
const joinNumbers = (a: Float64Array, b: Float64Array): Float64Array => {
  const joined = new Float64Array(a.length + b.length)
  joined.set(a)
  joined.set(b, a.length)
  return joined
}
const joinWeights = (a: Weights, b: Weights): Weights => a && b && joinNumbers(a, b)
const joinLabels = (a: Labels, b: Labels): Labels => ({
  ...a,
  n: a.n + b.n,
  truth: joinCodes(a.truth, b.truth),
  predicted: joinCodes(a.predicted, b.predicted),
  weights: joinWeights(a.weights, b.weights),
})

const STACKERS: { [K in InputKind]?: (a: Inputs[K], b: Inputs[K]) => Inputs[K] } = {
  labels: joinLabels,
  grouped_labels: (a, b) => ({ n: a.n + b.n, labels: joinLabels(a.labels, b.labels), group: joinCodes(a.group, b.group), groups: a.groups }),
  probabilities: (a, b) => ({ ...a, n: a.n + b.n, truth: joinCodes(a.truth, b.truth), values: joinNumbers(a.values, b.values), weights: joinWeights(a.weights, b.weights) }),
  numbers: (a, b) => ({ n: a.n + b.n, truth: joinNumbers(a.truth, b.truth), predicted: joinNumbers(a.predicted, b.predicted), weights: joinWeights(a.weights, b.weights) }),
  texts: (a, b) => ({ n: a.n + b.n, references: [...a.references, ...b.references], hypotheses: [...a.hypotheses, ...b.hypotheses] }),
  rankings: (a, b) => ({ n: a.n + b.n, relevant: [...a.relevant, ...b.relevant], ranked: [...a.ranked, ...b.ranked] }),
}

/** Whether two models predict different things in a row. */
export function predictionsDiffer<K extends InputKind>(kind: K, a: Inputs[K], b: Inputs[K], row: number): boolean {
  return DIFFER[kind]?.(a as never, b as never, row) ?? true
}

const DIFFER: { [K in InputKind]?: (a: Inputs[K], b: Inputs[K], row: number) => boolean } = {
  labels: (a, b, row) => a.predicted[row] !== b.predicted[row],
  grouped_labels: (a, b, row) => a.labels.predicted[row] !== b.labels.predicted[row],
  numbers: (a, b, row) => a.predicted[row] !== b.predicted[row],
  texts: (a, b, row) => a.hypotheses[row] !== b.hypotheses[row],
}

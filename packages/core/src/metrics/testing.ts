import type { Codes, GroupedLabels, InputKind, Inputs, Label, Labels, Numbers, Probabilities, Rankings, Texts, TokenLogProbs } from './inputs.ts'

/** Inputs as golden files write them: plain JSON per kind. Only tests read this. */
export interface JsonInputs {
  labels: { truth: Label[]; predicted: Label[]; positive?: Label; weights?: number[] }
  probabilities: { truth: Label[]; values: number[] | number[][]; classes?: Label[]; positive?: Label; weights?: number[] }
  numbers: { truth: number[]; predicted: number[]; weights?: number[] }
  texts: { references: string[][]; hypotheses: string[] }
  token_log_probs: { values: number[][]; texts?: string[] }
  rankings: { relevant: Label[][]; ranked: Label[][] }
  grouped_labels: { truth: Label[]; predicted: Label[]; positive?: Label; groups: string[]; weights?: number[] }
  reported: null
}

/** The input a kernel reads, from its JSON form. Small and slow: the server builds columns its own way. */
export function inputFromJson<K extends InputKind>(kind: K, json: JsonInputs[K]): Inputs[K] {
  return READERS[kind](json as never) as Inputs[K]
}

const READERS: { [K in InputKind]: (json: JsonInputs[K]) => Inputs[K] } = {
  labels: labelsFrom,
  probabilities: probabilitiesFrom,
  numbers: ({ truth, predicted, weights }): Numbers => ({ n: truth.length, truth: Float64Array.from(truth), predicted: Float64Array.from(predicted), weights: weightsFrom(weights) }),
  texts: ({ references, hypotheses }): Texts => ({ n: hypotheses.length, references, hypotheses }),
  token_log_probs: logProbsFrom,
  rankings: ({ relevant, ranked }): Rankings => ({ n: ranked.length, relevant, ranked }),
  grouped_labels: groupedFrom,
  reported: () => null,
}

export const compareLabels = (a: Label, b: Label): number => (a < b ? -1 : a > b ? 1 : 0)
const sortedUnion = (...lists: readonly (readonly Label[])[]): Label[] => [...new Set(lists.flat())].sort(compareLabels)
const weightsFrom = (weights: number[] | undefined) => (weights ? Float64Array.from(weights) : null)
const encode = (values: readonly Label[], classes: readonly Label[]): Codes => Uint32Array.from(values, (v) => classes.indexOf(v))

function positiveIndex(classes: readonly Label[], positive: Label | undefined): number {
  if (positive !== undefined) return classes.indexOf(positive)
  return classes.length <= 2 ? classes.findIndex((c) => c === 1 || c === true) : -1
}

function labelsFrom({ truth, predicted, positive, weights }: JsonInputs['labels']): Labels {
  const classes = sortedUnion(truth, predicted, positive === undefined ? [] : [positive])
  return { n: truth.length, truth: encode(truth, classes), predicted: encode(predicted, classes), classes, positive: positiveIndex(classes, positive), weights: weightsFrom(weights) }
}

function probabilitiesFrom({ truth, values, classes: given, positive, weights }: JsonInputs['probabilities']): Probabilities {
  const classes = given ?? sortedUnion(truth)
  const flat = Float64Array.from(values.flat())
  return {
    n: truth.length,
    truth: encode(truth, classes),
    classes,
    positive: positiveIndex(classes, positive),
    columns: flat.length / truth.length,
    values: flat,
    calibrated: flat.every((v) => v >= 0 && v <= 1),
    weights: weightsFrom(weights),
  }
}

function logProbsFrom({ values, texts }: JsonInputs['token_log_probs']): TokenLogProbs {
  const offsets = new Uint32Array(values.length + 1)
  values.forEach((row, i) => {
    offsets[i + 1] = offsets[i]! + row.length
  })
  const encoder = new TextEncoder()
  return { n: values.length, values: Float64Array.from(values.flat()), offsets, bytes: texts ? Float64Array.from(texts, (t) => encoder.encode(t).length) : null }
}

function groupedFrom({ groups, ...rest }: JsonInputs['grouped_labels']): GroupedLabels {
  const labels = labelsFrom(rest)
  const names = [...new Set(groups)].sort()
  return { n: labels.n, labels, group: Uint32Array.from(groups, (g) => names.indexOf(g)), groups: names }
}

/** A seeded generator of numbers in [0, 1), so that a failure is the same failure tomorrow. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const WORDS = ['the', 'cat', 'sat', 'on', 'a', 'mat', 'dog', 'ran', 'under', 'tree', 'and', 'slept']
const pick = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)]!
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
const sentence = (next: () => number) => times(3 + Math.floor(next() * 6), () => pick(WORDS, next)).join(' ')
const noisy = (text: string, next: () => number) =>
  text
    .split(' ')
    .map((w) => (next() < 0.2 ? pick(WORDS, next) : w))
    .join(' ')

/** Random but plausible rows of each kind, for the laws. */
export function sampleJson<K extends InputKind>(kind: K, n: number, seed = 42): JsonInputs[K] {
  return SAMPLERS[kind](n, seeded(seed)) as JsonInputs[K]
}

const SAMPLERS: { [K in InputKind]: (n: number, next: () => number) => JsonInputs[K] } = {
  labels: (n, next) => {
    const truth = times(n, () => Math.round(next()))
    return { truth, predicted: truth.map((t) => (next() < 0.25 ? 1 - t : t)), positive: 1 }
  },
  probabilities: (n, next) => {
    const truth = times(n, () => Math.round(next()))
    return { truth, values: truth.map((t) => Math.min(0.99, Math.max(0.01, 0.25 + 0.5 * t + 0.8 * (next() - 0.5)))), positive: 1 }
  },
  numbers: (n, next) => {
    const truth = times(n, () => 1 + 9 * next())
    return { truth, predicted: truth.map((t) => t + next() - 0.5) }
  },
  texts: (n, next) => {
    const references = times(n, () => [sentence(next), sentence(next)])
    return { references, hypotheses: references.map((r) => noisy(r[0]!, next)) }
  },
  token_log_probs: (n, next) => ({ values: times(n, () => times(1 + Math.floor(next() * 8), () => -4 * next() - 0.01)), texts: times(n, () => sentence(next)) }),
  rankings: (n, next) => ({
    relevant: times(n, () => [...new Set(times(1 + Math.floor(next() * 3), () => Math.floor(next() * 20)))]),
    ranked: times(n, () => times(20, (i) => i).sort(() => next() - 0.5)),
  }),
  grouped_labels: (n, next) => {
    const truth = times(n, () => Math.round(next()))
    return { truth, predicted: truth.map((t) => (next() < 0.25 ? 1 - t : t)), positive: 1, groups: times(n, () => pick(['a', 'b', 'c'], next)) }
  },
  reported: () => null,
}

/** The rows of `json` at `rows`, in that order, repeats allowed. */
export function takeRows<K extends InputKind>(kind: K, json: JsonInputs[K], rows: readonly number[]): JsonInputs[K] {
  if (json === null) return json
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, Array.isArray(value) && !NOT_ROWS.has(`${kind}.${key}`) ? rows.map((i) => value[i]) : value])) as JsonInputs[K]
}
const NOT_ROWS = new Set(['probabilities.classes'])

/** The same rows, predicted perfectly; undefined for kinds where a perfect prediction is not one thing. */
export function perfectJson<K extends InputKind>(kind: K, json: JsonInputs[K]): JsonInputs[K] | undefined {
  return PERFECTERS[kind]?.(json as never) as JsonInputs[K] | undefined
}

const PERFECTERS: { [K in InputKind]?: (json: JsonInputs[K]) => JsonInputs[K] } = {
  labels: (json) => ({ ...json, predicted: json.truth }),
  probabilities: (json) => ({ ...json, values: json.truth.map((t) => (t === 1 ? 1 : 0)) }),
  numbers: (json) => ({ ...json, predicted: json.truth }),
  texts: (json) => ({ references: json.references.map((r) => [r[0]!]), hypotheses: json.references.map((r) => r[0]!) }),
  rankings: (json) => ({ ...json, ranked: json.relevant.map((r) => [...r, ...times(20, (i) => i).filter((i) => !r.includes(i))]) }),
  grouped_labels: (json) => ({ ...json, predicted: json.truth }),
}

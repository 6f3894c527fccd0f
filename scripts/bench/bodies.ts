/** Request bodies for the benchmarks, the same in every run. */

/** A small generator (mulberry32), uniform in [0, 1). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const MODELS = ['model-1', 'model-2', 'model-3', 'model-4']
const byModel = <T>(make: (next: () => number, skill: number) => T): Record<string, T> => Object.fromEntries(MODELS.map((id, i) => [id, make(random(i + 2), 0.7 + 0.06 * i)]))
const column = (rows: number, make: (row: number) => number): number[] => Array.from({ length: rows }, (_, row) => make(row))
const rounded = (value: number, digits: number): number => Math.round(value * 10 ** digits) / 10 ** digits

/** The seed's own example. */
export const SEED_BODY = {
  benchmark_name: 'Credit Risk Model Comparison',
  dataset_id: 'credit-risk-dataset-1',
  task_type: 'classification',
  model_predictions: { 'model-1': [0, 1, 0, 1, 0], 'model-2': [0, 1, 1, 1, 0] },
  ground_truth: [0, 1, 0, 1, 0],
  model_metadata: { 'model-1': { name: 'Random Forest', latency_ms: 50.5, memory_usage_mb: 256 }, 'model-2': { name: 'Neural Network', latency_ms: 120.3, memory_usage_mb: 512 } },
}

/** True labels 0 and 1, 40 % ones. */
const truth = (rows: number): number[] => {
  const next = random(1)
  return column(rows, () => (next() < 0.4 ? 1 : 0))
}

/** Four classifiers that are right in 70 to 88 % of the rows. */
export function labelsBody(rows: number): object {
  const labels = truth(rows)
  const predictions = byModel((next, skill) => column(rows, (row) => (next() < skill ? labels[row]! : 1 - labels[row]!)))
  return { benchmark_name: 'labels', dataset_id: 'generated', task_type: 'classification', model_predictions: predictions, ground_truth: labels }
}

/** The same with probabilities of four digits that go with the labels. */
export function probabilitiesBody(rows: number): object {
  const labels = truth(rows)
  const probabilities = byModel((next, skill) => column(rows, (row) => Math.min(0.9999, Math.max(0.0001, rounded((labels[row]! === 1 ? skill : 1 - skill) + (next() - 0.5) * 0.8, 4)))))
  const predictions = Object.fromEntries(Object.entries(probabilities).map(([id, values]) => [id, values.map((p) => (p >= 0.5 ? 1 : 0))]))
  return { benchmark_name: 'probabilities', dataset_id: 'generated', task_type: 'classification', model_predictions: predictions, model_probabilities: probabilities, ground_truth: labels }
}

/** Four regressors; values of four decimals. */
export function regressionBody(rows: number): object {
  const next = random(1)
  const values = column(rows, () => rounded(next() * 200 - 100, 4))
  const predictions = byModel((noise, skill) => column(rows, (row) => rounded(values[row]! + (noise() - 0.5) * 40 * (1 - skill), 4)))
  return { benchmark_name: 'regression', dataset_id: 'generated', task_type: 'regression', model_predictions: predictions, ground_truth: values }
}

const WORDS = ['cat', 'dog', 'horse', 'sheep', 'cow', 'hen', 'duck']

/** What a JSON reader meets, by name: bytes of an object that holds the shape. */
export const JSON_SHAPES: Readonly<Record<string, (rows: number) => unknown>> = {
  'integers 0..2': (rows) => shaped(rows, (next) => Math.floor(next() * 3)),
  'decimals of 4 digits': (rows) => shaped(rows, (next) => rounded(next(), 4)),
  'decimals of 6 digits': (rows) => shaped(rows, (next) => rounded(next(), 6)),
  'floats of 17 digits': (rows) => shaped(rows, (next) => next() + next() * 2 ** -32),
  'short strings': (rows) => shaped(rows, (next) => WORDS[Math.floor(next() * WORDS.length)]),
  'nested objects': (rows) =>
    shaped(rows / 5, (next) => ({ name: `model ${Math.floor(next() * 1e6)}`, latency_ms: rounded(next() * 100, 2), tags: { gpu: next() < 0.5, team: null }, memory_mb: 256 })),
}

function shaped(rows: number, item: (next: () => number) => unknown): object {
  const next = random(5)
  return { values: Array.from({ length: rows }, () => item(next)) }
}

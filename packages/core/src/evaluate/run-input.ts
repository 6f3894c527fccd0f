import type { Column, RunBenchmarkRequest } from '../api/index.ts'
import { NumberRows } from '../json/number-rows.ts'
import { type Average, DEFAULT_PARAMS, type Inputs, METRIC_BY_ID, type Params, remembered, TASK_TYPES, type TaskType, type TokenLogProbs, type Weights } from '../metrics/index.ts'
import { finite, idLists, isTyped, numbers, references, rowCount, rowsOf, strings } from './columns.ts'
import { fieldError, fieldPlace, modelPlace, rowError, shown } from './describe.ts'
import { type GroupFeature, groupFeatures } from './groups.ts'
import { type LabelTable, labelsOf, labelTable } from './labels.ts'
import { classesOf, probabilitiesOf } from './probabilities.ts'

/** What kind of prediction the request holds. Decides which metrics can apply. */
export type Family = 'labels' | 'numbers' | 'texts' | 'rankings'

export interface ModelInput {
  readonly id: string
  readonly name: string
  readonly metadata: Readonly<Record<string, unknown>>
  readonly inputs: Partial<Inputs>
  readonly unnormalised: boolean
}

export interface ConfidenceOptions {
  readonly level: number
  readonly method: 'auto' | 'analytic' | 'bootstrap'
  readonly resamples: number
  /** The number was asked for, not the default. */
  readonly resamplesAsked: boolean
  readonly seed: number
}

/** A request, checked and turned into typed columns. */
export interface RunInput {
  readonly request: RunBenchmarkRequest
  readonly taskType: TaskType
  readonly family: Family
  readonly n: number
  readonly models: readonly ModelInput[]
  readonly table: LabelTable | undefined
  readonly weights: Weights
  readonly features: readonly GroupFeature[]
  readonly params: Params
  readonly wanted: ReadonlySet<string> | undefined
  readonly confidence: ConfidenceOptions | undefined
  readonly baseline: string | undefined
  readonly compare: boolean
}

const MAX_COMPARED_BY_DEFAULT = 20
const MAX_MODELS = 10_000

/** Checks a request row by row. Throws a BenchcastError that names model, row and remedy. */
export function runInput(request: RunBenchmarkRequest): RunInput {
  const taskType = checkTaskType(request.task_type)
  const modelIds = checkModels(request)
  const n = checkLengths(request, modelIds)
  const family = familyOf(taskType, request)
  const table = family === 'labels' ? labelTable(request) : undefined
  if (table) classesOf(request, table)
  const weights = weightsOf(request, n)
  return {
    request,
    taskType,
    family,
    n,
    models: modelIds.map((id) => modelInput(request, id, family, table, weights)),
    table,
    weights,
    features: groupFeatures(request, n),
    params: paramsOf(request, table),
    wanted: wantedMetrics(request),
    confidence: confidenceOf(request),
    baseline: baselineOf(request, modelIds),
    compare: request.compare === false ? false : request.compare ? true : modelIds.length <= MAX_COMPARED_BY_DEFAULT,
  }
}

function checkTaskType(taskType: string): TaskType {
  if (Object.hasOwn(TASK_TYPES, taskType)) return taskType as TaskType
  throw fieldError('unknown_task_type', ['task_type'], `Unknown task_type ${shown(taskType)}. Use one of ${Object.keys(TASK_TYPES).join(', ')}.`)
}

function checkModels(request: RunBenchmarkRequest): string[] {
  const ids = Object.keys(request.model_predictions)
  if (ids.length === 0) throw fieldError('invalid_data', ['model_predictions'], 'model_predictions is empty. Send the predictions of at least one model.')
  if (ids.length > MAX_MODELS) throw fieldError('invalid_data', ['model_predictions'], `${ids.length} models in one run; at most ${MAX_MODELS} are allowed. Split the run.`)
  for (const field of ['model_probabilities', 'token_log_probs'] as const)
    for (const id of Object.keys(request[field] ?? {}))
      if (!ids.includes(id)) throw fieldError('unknown_model', [field, id], `${field} names the model ${shown(id)}, model_predictions does not. Send its predictions or leave it out.`)
  return ids
}

function checkLengths(request: RunBenchmarkRequest, ids: readonly string[]): number {
  const n = rowCount(request.ground_truth)
  if (n === 0) throw fieldError('invalid_data', ['ground_truth'], 'ground_truth is empty. Send at least one sample.')
  for (const id of ids) {
    checkLength(request.model_predictions[id]!, n, ['model_predictions', id], `model ${shown(id)} has`, 'predictions', 'prediction')
    checkLength(request.model_probabilities?.[id], n, ['model_probabilities', id], `model_probabilities of model ${shown(id)} has`, 'rows', 'row')
    checkLength(request.token_log_probs?.[id], n, ['token_log_probs', id], `token_log_probs of model ${shown(id)} has`, 'rows', 'row')
  }
  checkLength(request.sample_weight ?? undefined, n, ['sample_weight'], 'sample_weight has', 'values', 'value')
  return n
}

function checkLength(column: Column | undefined, n: number, path: readonly string[], subject: string, many: string, one: string): void {
  if (column === undefined) return
  const length = rowCount(column)
  if (length !== n) throw fieldError('length_mismatch', path, `${subject} ${length} ${length === 1 ? one : many}, ground_truth has ${n}. Send one ${one} per sample, in the same order.`)
}

function familyOf(taskType: TaskType, request: RunBenchmarkRequest): Family {
  if (taskType === 'regression') return 'numbers'
  if (taskType === 'text_generation') return 'texts'
  if (taskType !== 'multimodal') return 'labels'
  const isList = (column: Column) => column instanceof NumberRows || (Array.isArray(column) && (Array.isArray(column[0]) || isTyped(column[0])))
  if (!isList(request.ground_truth)) return 'labels'
  return Object.values(request.model_predictions).every(isList) ? 'rankings' : 'texts'
}

function modelInput(request: RunBenchmarkRequest, id: string, family: Family, table: LabelTable | undefined, weights: Weights): ModelInput {
  const metadata = request.model_metadata?.[id] ?? {}
  const scored = table && probabilitiesOf(request, table, id, weights)
  const inputs: Partial<Inputs> = { ...READERS[family](request, id, table, weights), ...(scored && { probabilities: scored.input }), ...logProbs(request, id) }
  return { id, name: typeof metadata.name === 'string' && metadata.name !== '' ? metadata.name : id, metadata, inputs, unnormalised: scored?.unnormalised ?? false }
}

const READERS: { [F in Family]: (request: RunBenchmarkRequest, id: string, table: LabelTable | undefined, weights: Weights) => Partial<Inputs> } = {
  labels: (_request, id, table, weights) => ({ labels: labelsOf(table!, id, weights) }),
  numbers: (request, id, _table, weights) => ({
    numbers: {
      n: rowCount(request.ground_truth),
      truth: numbersOnce(request.ground_truth),
      predicted: numbers(request.model_predictions[id]!, modelPlace('model_predictions', id)),
      weights,
    },
  }),
  texts: (request, id) => ({
    texts: {
      n: rowCount(request.ground_truth),
      references: referencesOnce(request.ground_truth),
      hypotheses: strings(request.model_predictions[id]!, modelPlace('model_predictions', id)),
    },
  }),
  rankings: (request, id) => ({
    rankings: {
      n: rowCount(request.ground_truth),
      relevant: idLists(request.ground_truth, fieldPlace('ground_truth')),
      ranked: idLists(request.model_predictions[id]!, modelPlace('model_predictions', id)),
    },
  }),
}

/** The truth is one column for all models: read once, so that kernels can also cache by identity. */
const once = <T>(read: (column: Column) => T) => {
  const known = new WeakMap<Column, T>()
  return (column: Column): T => remembered(known, column, () => read(column))
}
const numbersOnce = once((column) => numbers(column, fieldPlace('ground_truth')))
const referencesOnce = once((column) => references(column, fieldPlace('ground_truth')))

function logProbs(request: RunBenchmarkRequest, id: string): { token_log_probs?: TokenLogProbs } {
  const column = request.token_log_probs?.[id]
  if (!column) return {}
  const place = modelPlace('token_log_probs', id)
  const rows = Array.from(rowsOf(column), (row, i) => {
    if (!Array.isArray(row) && !isTyped(row)) throw rowError('mixed_values', place, i, 'is no list. Send one list of natural-log probabilities per sample.')
    return Array.from(row as ArrayLike<unknown>, (value) => atMostZero(finite(value, place, i), i))
  })
  const offsets = new Uint32Array(rows.length + 1)
  rows.forEach((row, i) => {
    offsets[i + 1] = offsets[i]! + row.length
  })
  return { token_log_probs: { n: rows.length, values: Float64Array.from(rows.flat()), offsets, bytes: referenceBytes(request) } }

  function atMostZero(value: number, row: number): number {
    if (value > 0) throw rowError('invalid_data', place, row, `${value} is greater than 0, so it is no log-probability. Send natural logarithms.`)
    return value
  }
}

function referenceBytes(request: RunBenchmarkRequest): Float64Array {
  const encoder = new TextEncoder()
  return Float64Array.from(referencesOnce(request.ground_truth), (texts) => encoder.encode(texts[0]).length)
}

function weightsOf(request: RunBenchmarkRequest, n: number): Weights {
  if (!request.sample_weight) return null
  const place = fieldPlace('sample_weight')
  const weights = numbers(request.sample_weight, place)
  const negative = weights.findIndex((weight) => weight < 0)
  if (negative >= 0) throw rowError('invalid_data', place, negative, `${weights[negative]} is negative. Weights are 0 or more.`)
  if (!weights.some((weight) => weight > 0)) throw fieldError('invalid_data', ['sample_weight'], `All ${n} weights are 0. At least one sample must count.`)
  return weights
}

function paramsOf(request: RunBenchmarkRequest, table: LabelTable | undefined): Params {
  const binary = table !== undefined && table.positive >= 0
  const asked = request.average ?? 'auto'
  if (asked === 'binary' && !binary)
    throw fieldError(
      'invalid_data',
      ['average'],
      table && table.classes.length > 2
        ? `average "binary" needs two classes, there are ${table.classes.length}. Use macro, micro or weighted.`
        : 'average "binary" needs a positive class. Send positive_label.',
    )
  const average: Average = asked === 'auto' ? (binary ? 'binary' : 'weighted') : asked
  return { ...DEFAULT_PARAMS, average }
}

function wantedMetrics(request: RunBenchmarkRequest): ReadonlySet<string> | undefined {
  if (!request.metrics) return undefined
  request.metrics.forEach((id, i) => {
    if (!METRIC_BY_ID.has(id)) throw fieldError('unknown_metric', ['metrics', i], `Unknown metric ${shown(id)}. GET /api/v1/model-performance/performance-metrics lists all of them.`)
  })
  return new Set(request.metrics)
}

function confidenceOf({ confidence }: RunBenchmarkRequest): ConfidenceOptions | undefined {
  if (confidence === false) return undefined
  return {
    level: confidence?.level ?? 0.95,
    method: confidence?.method ?? 'auto',
    resamples: confidence?.resamples ?? 9999,
    resamplesAsked: typeof confidence?.resamples === 'number',
    seed: confidence?.seed ?? 12345,
  }
}

function baselineOf({ compare }: RunBenchmarkRequest, ids: readonly string[]): string | undefined {
  const baseline = compare ? (compare.baseline ?? undefined) : undefined
  if (baseline !== undefined && !ids.includes(baseline))
    throw fieldError('unknown_model', ['compare', 'baseline'], `compare.baseline ${shown(baseline)} is none of the models. Use one of ${ids.slice(0, 5).map(shown).join(', ')}.`)
  return baseline
}

import type { Endpoints, HistoryRecord, Output } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { METRIC_BY_ID } from '@benchcast/core/metrics'
import { type PredictedAndMeasured, predictionQuality, type Series, verdictOf } from '@benchcast/core/report'
import { SAMPLE } from '../storage/record-query.ts'
import { sentencesOf } from './analysis-sentences.ts'
import type { Row } from './answers.ts'
import type { Ask } from './ask.ts'

export type Analysis = Omit<Output<Endpoints['analyzeModel']>, 'timestamp'>
type SeriesRow = Analysis['series'][number]

/** How far back it looks; an answer of more evaluations would come piece by piece. */
const MOST_ROWS = 1000
const MOST_EVALUATIONS = 200

/** Everything the components know of a model, and what it says together. */
export async function modelAnalysis(model_name: string, ask: Ask): Promise<Analysis> {
  const page = { query: { model_name, limit: MOST_ROWS, offset: 0 } }
  const unavailable: Record<string, string> = {}
  const asked = async <T>(component: string, question: Promise<T>, otherwise: T): Promise<T> =>
    question.catch((error: Error) => {
      if (!(error instanceof BenchcastError)) throw error
      unavailable[component] = error.message
      return otherwise
    })
  const stats = (component: 'test' | 'generator' | 'benchmark') => asked<readonly Row[]>(component, ask(`${component}DatabaseModelStats`, { query: { model_name } }), [])
  const [test, generator, benchmark, measurements, errors, history] = await Promise.all([
    stats('test'),
    stats('generator'),
    stats('benchmark'),
    asked(
      'predictive-performance',
      ask('databaseMeasurements', page).then((answer) => answer.measurements as readonly Row[]),
      [],
    ),
    asked(
      'predictive-performance',
      ask('databaseErrors', page).then((answer) => answer.prediction_errors as readonly Row[]),
      [],
    ),
    asked(
      'model-performance',
      ask('getPerformanceHistory', { params: { model_id: model_name }, query: { limit: MOST_EVALUATIONS } }).then((answer) => answer.history as readonly HistoryRecord[]),
      [],
    ),
  ])
  const real = measurements.filter(({ measurement_source }) => measurement_source !== SAMPLE).toReversed()
  const facts = {
    model_name,
    success: [successOf('test', 'runs', test), successOf('generator', 'tasks', generator), successOf('benchmark', 'runs', benchmark)].flat(),
    quality: qualityOf(history.at(-1)),
    speed: speedOf(real),
    prediction_errors: errorsOf(errors),
    series: [...speedSeries(real), ...qualitySeries(history)].toSorted((a, b) => URGENCY.indexOf(a.verdict) - URGENCY.indexOf(b.verdict)),
    unavailable,
  }
  return { ...facts, findings: sentencesOf(facts) }
}

/** What a reader should see first. */
const URGENCY: readonly SeriesRow['verdict'][] = ['regression', 'suspected_regression', 'improvement', 'suspected_improvement', 'unchanged', 'too_few']

function successOf(component: string, nouns: string, [line]: readonly Row[]): Analysis['success'] {
  const { [`total_${nouns}`]: total = 0, [`completed_${nouns}`]: completed = 0 } = (line ?? {}) as Readonly<Record<string, number>>
  return total === 0 ? [] : [{ component, total, completed, rate: completed / total }]
}

const metricsOf = (record: HistoryRecord) => Object.entries(record).flatMap(([id, value]) => (typeof value === 'number' && METRIC_BY_ID.has(id) ? [{ metric: METRIC_BY_ID.get(id)!, value }] : []))

const qualityOf = (record: HistoryRecord | undefined): Analysis['quality'] =>
  record === undefined ? [] : metricsOf(record).map(({ metric: { id, better }, value }) => ({ metric: id, value, better, run_id: record.run_id }))

const CONFIGURATION = ['hardware_platform', 'batch_size', 'sequence_length', 'precision', 'mode'] as const
const FIGURES = { throughput: 'higher', latency: 'lower', memory_usage: 'lower' } as const

/** Measurements of the same configuration on the same device from the same kind of source, oldest first. */
const configurations = (measurements: readonly Row[]): readonly (readonly Row[])[] => [
  ...Map.groupBy(measurements, (row) => JSON.stringify([...CONFIGURATION.map((column) => row[column]), isDecode(row), deviceOf(row)])).values(),
]

const deviceOf = ({ metadata }: Row): unknown => (metadata as Readonly<Record<string, unknown>> | undefined)?.device

/** A decode step counts tokens, where everything else counts samples. */
const isDecode = ({ phase }: Row): boolean => phase === 'decode'

const positives = (rows: readonly Row[], figure: string): readonly number[] => rows.map((row) => row[figure]).filter((value): value is number => typeof value === 'number' && value > 0)

function speedSeries(measurements: readonly Row[]): readonly SeriesRow[] {
  return configurations(measurements).flatMap((rows) => {
    const configuration = { ...Object.fromEntries(CONFIGURATION.map((column) => [column, rows[0]![column] as string | number])), ...(isDecode(rows[0]!) && { phase: 'decode' }) }
    return Object.entries(FIGURES).flatMap(([figure, better]) => seriesRow(figure, configuration, { values: positives(rows, figure), better, isRatio: true }))
  })
}

/** A value alone has no history. */
const seriesRow = (figure: string, configuration: SeriesRow['configuration'], series: Series): readonly SeriesRow[] =>
  series.values.length < 2 ? [] : [{ figure, configuration, ...verdictOf(series) }]

function qualitySeries(history: readonly HistoryRecord[]): readonly SeriesRow[] {
  const values = history.flatMap((record) => metricsOf(record).map(({ metric, value }) => ({ metric, value, dataset_id: record.dataset_id })))
  return [...Map.groupBy(values, ({ metric, dataset_id }) => JSON.stringify([metric.id, dataset_id])).values()].flatMap((group) => {
    const { metric, dataset_id } = group[0]!
    return seriesRow(metric.id, { dataset_id }, { values: group.map(({ value }) => value), better: metric.better, isRatio: false })
  })
}

const median = (values: readonly number[]): number | null => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? null

/** The fastest configuration of each platform, in samples. */
function speedOf(measurements: readonly Row[]): Analysis['speed'] {
  const all = configurations(measurements.filter((row) => !isDecode(row))).flatMap((rows) => {
    const throughputs = positives(rows, 'throughput')
    const { hardware_platform, batch_size, precision } = rows[0] as { readonly hardware_platform: string; readonly batch_size: number; readonly precision: string }
    return throughputs.length === 0
      ? []
      : [{ hardware_platform, throughput: median(throughputs)!, latency: median(positives(rows, 'latency')), batch_size, precision, measurements: throughputs.length }]
  })
  const fastestFirst = all.toSorted((a, b) => b.throughput - a.throughput)
  return fastestFirst.filter(({ hardware_platform }, index) => fastestFirst.findIndex((each) => each.hardware_platform === hardware_platform) === index)
}

function errorsOf(rows: readonly Row[]): Analysis['prediction_errors'] {
  const judged = rows.filter(({ metadata }) => {
    const { sample, ignored } = metadata as { readonly sample?: boolean; readonly ignored?: boolean }
    return sample !== true && ignored !== true
  })
  return [...Map.groupBy(judged, ({ metric }) => metric as string)].flatMap(([metric, group]) => {
    const quality = predictionQuality(group.map(comparedOf))
    if (quality === undefined) return []
    const { count, bias, medianAbsoluteError, coverage } = quality
    return [{ metric, count, bias, median_absolute_percentage_error: medianAbsoluteError, coverage }]
  })
}

const comparedOf = ({ predicted_value, actual_value, metadata }: Row): PredictedAndMeasured => ({
  predicted: predicted_value as number,
  measured: actual_value as number,
  interval: (metadata as { readonly interval?: readonly [number, number] }).interval,
})

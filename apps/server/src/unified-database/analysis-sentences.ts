import { METRIC_BY_ID } from '@benchcast/core/metrics'
import type { Analysis } from './analysis.ts'

type Facts = Omit<Analysis, 'findings'>

const percent = (share: number): string => `${(100 * share).toLocaleString('en-US', { maximumSignificantDigits: 3 })} %`
const figure = (value: number): string => value.toLocaleString('en-US', { maximumSignificantDigits: 4 })
const UNITS: Readonly<Record<string, string>> = { throughput: ' samples/s', latency: ' ms', memory_usage: ' MB' }
const titleOf = (name: string): string => METRIC_BY_ID.get(name)?.title ?? name.replaceAll('_', ' ')

/** What an analysis says, in sentences: what changed first. */
export function sentencesOf(facts: Facts): string[] {
  const sentences = [
    ...changes(facts),
    ...success(facts),
    ...qualityAndSpeed(facts),
    ...predictions(facts),
    ...Object.entries(facts.unavailable).map(([component, why]) => `Not asked: ${component}. ${why}`),
  ]
  return sentences.length === 0 ? [`Nothing is stored of ${facts.model_name}.`] : sentences
}

const TELLING = {
  regression: 'became worse, in the two newest runs',
  suspected_regression: 'was worse in the newest run: run it again to be sure',
  improvement: 'became better, in the two newest runs',
  suspected_improvement: 'was better in the newest run: run it again to be sure',
} as const

function changes({ series }: Facts): string[] {
  return series.flatMap(({ figure: name, configuration, verdict, latest, expected, change, runs, trend }) => {
    const place = Object.entries(configuration)
      .map(([key, value]) => (key === 'batch_size' ? `batch ${value}` : key === 'sequence_length' ? `length ${value}` : String(value)))
      .join(', ')
    const title = `${titleOf(name)} (${place})`
    const drift =
      trend === null || trend.direction === 'none' ? [] : [`${title} is ${trend.direction}, by ${name in UNITS ? percent(Math.abs(trend.changePerRun)) : figure(Math.abs(trend.changePerRun))} a run.`]
    if (!(verdict in TELLING)) return drift
    const unit = UNITS[name] ?? ''
    const by = change === null ? '' : ` by ${percent(Math.abs(change))}`
    return [
      `${title} ${TELLING[verdict as keyof typeof TELLING]}: ${figure(latest)}${unit}, changed${by}; after ${runs} runs ${figure(expected!.lower)} to ${figure(expected!.upper)}${unit} was to be expected.`,
      ...drift,
    ]
  })
}

const success = ({ success: rates }: Facts): string[] =>
  rates.map(({ component, total, completed, rate }) => `${completed} of ${total} ${component === 'generator' ? 'generator tasks' : `${component} runs`} completed (${percent(rate)}).`)

/** Metrics that tell a model's quality in a word, the first that there is. */
const HEADLINES = ['accuracy', 'f1_score', 'r2_score', 'rmse', 'mae']

function qualityAndSpeed({ quality, speed }: Facts): string[] {
  const headline = HEADLINES.map((id) => quality.find(({ metric }) => metric === id)).find((found) => found !== undefined) ?? quality[0]
  const good = headline && `${titleOf(headline.metric)} ${figure(headline.value)}`
  const [fastest] = speed
  const fast = fastest && `${figure(fastest.throughput)} samples/s on ${fastest.hardware_platform} (batch ${fastest.batch_size}, ${fastest.precision})`
  if (good === undefined && fast === undefined) return []
  if (good !== undefined && fast !== undefined) return [`Quality and speed: ${good} at ${fast}.`]
  return [good === undefined ? `Fastest measured: ${fast}. Its quality was not evaluated under this name.` : `Quality: ${good}. Its speed was not measured under this name.`]
}

const predictions = ({ prediction_errors }: Facts): string[] =>
  prediction_errors.map(({ metric, count, bias, median_absolute_percentage_error, coverage }) => {
    const side = Math.abs(bias) < 0.01 ? 'without bias' : `${percent(Math.abs(bias))} too ${bias > 0 ? 'high' : 'low'} in the middle`
    const held = coverage === null ? '' : `; ${percent(coverage)} of the intervals held the measured value`
    return `Predictions of ${titleOf(metric).toLowerCase()} were off by ${percent(median_absolute_percentage_error)} (median of ${count}), ${side}${held}.`
  })

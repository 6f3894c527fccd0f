import type { HardwareSpec, Platform } from '../../hardware/hardware.ts'
import type { Prediction, PredictionRequest, Predictor } from '../prediction.ts'
import { logSpread } from '../spread.ts'
import { greedyDesign } from './greedy-design.ts'
import { errorCorrelation } from './similarity.ts'

/** What may be measured: every combination is a candidate. */
export interface SuggestionOptions {
  readonly models: readonly string[]
  readonly platforms: readonly Platform[]
  /** Devices by platform, where not the usual one. */
  readonly devices?: Readonly<Partial<Record<Platform, string>>>
  readonly batchSizes?: readonly number[]
  readonly precisions?: readonly string[]
  readonly sequenceLength?: number
  readonly mode?: 'inference' | 'training'
  readonly limit: number
}

/** A configuration worth measuring. */
export interface MeasurementSuggestion {
  readonly request: PredictionRequest
  readonly device: HardwareSpec
  /** True when none was named for its platform. */
  readonly deviceAssumed: boolean
  /** Share of the uncertainty of all candidates (sum of variances of the log) that this measurement takes away, after those before it: 0 to 1. */
  readonly varianceReduction: number
  /** Upper end of its throughput interval over the lower end, now. */
  readonly currentWidth: number
  readonly reason: string
}

export interface Suggestions {
  readonly suggestions: readonly MeasurementSuggestion[]
  readonly explanation: string
}

/** Spread (log) of a measurement repeated on another day: what can't be learnt away. */
const MEASUREMENT_NOISE = 0.03
/** Beyond this many candidates every so-many-th is taken: the design costs their square. */
const MOST_CANDIDATES = 600

/**
 * Which configurations to measure next so that the intervals of all candidates shrink most (active learning by expected variance reduction). The variances are those of the predictions; how far errors go
 * together is a fixed function of shared model, device, precision and batch.
 */
export function suggestMeasurements(predictor: Predictor, options: SuggestionOptions): Suggestions {
  const answers = predictor.predict(candidatesOf(options)).filter((answer) => answer.supported)
  const spreads = answers.map(({ throughput, level }) => logSpread(throughput, level))
  const n = answers.length
  const covariance = Float64Array.from({ length: n * n }, (_, at) => covarianceOf(answers, spreads, Math.floor(at / n), at % n))
  const total = spreads.reduce((sum, spread) => sum + spread * spread, 0)
  const suggestions = greedyDesign(covariance, n, MEASUREMENT_NOISE ** 2, options.limit).flatMap(({ index, varianceReduction }) => suggestion(answers[index], varianceReduction / total))
  return { suggestions, explanation: explain(suggestions, n) + assumptions(answers) }
}

function candidatesOf({
  models,
  platforms,
  devices = {},
  batchSizes = [1, 8, 32],
  precisions = ['fp32', 'fp16'],
  sequenceLength = 128,
  mode = 'inference',
}: SuggestionOptions): readonly PredictionRequest[] {
  const all = models.flatMap((modelName) =>
    platforms.flatMap((platform) => {
      const device = devices[platform]
      const named = device === undefined ? {} : { device }
      return precisions.flatMap((precision) => batchSizes.map((batchSize) => ({ modelName, platform, ...named, precision, batchSize, sequenceLength, mode })))
    }),
  )
  const step = Math.ceil(all.length / MOST_CANDIDATES)
  return all.filter((_candidate, i) => i % step === 0)
}

function covarianceOf(answers: readonly Prediction[], spreads: readonly number[], i: number, j: number): number {
  const [a, b] = [answers[i], answers[j]]
  return a && b ? (spreads[i] ?? 0) * (spreads[j] ?? 0) * errorCorrelation(a, b) : 0
}

function suggestion(prediction: Prediction | undefined, share: number): readonly MeasurementSuggestion[] {
  if (!prediction) return []
  const { throughput, request, device, deviceAssumed, provenance } = prediction
  const currentWidth = throughput.upper / throughput.lower
  const reason = `${request.modelName} on ${request.platform} (${device.name}), batch ${request.batchSize}, ${request.precision}: the prediction is ${provenance} and its interval spans ${spanOf(currentWidth)}; measuring it takes away ${(share * 100).toFixed(0)} % of the uncertainty of all candidates.`
  return [{ request, device, deviceAssumed, varianceReduction: share, currentWidth, reason }]
}

/** From this width on an interval says hardly more than that nobody knows. */
const UNKNOWN = 1000

/**
 * The width of an interval in words.
 *
 * @example
 * spanOf(3.472) // 'a factor of 3.47'
 * spanOf(35990.53) // 'a factor of 36,000, as nothing like it was measured'
 */
export function spanOf(width: number): string {
  const shown = Number(width.toPrecision(width < 10 ? 3 : 2)).toLocaleString('en')
  return `a factor of ${shown}${width < UNKNOWN ? '' : ', as nothing like it was measured'}`
}

function explain(suggestions: readonly MeasurementSuggestion[], candidates: number): string {
  if (candidates === 0) return 'None of the configurations can run, so there is nothing to measure: name other models or hardware.'
  const share = suggestions.reduce((sum, { varianceReduction }) => sum + varianceReduction, 0)
  return `Of ${candidates} configurations, measuring these ${suggestions.length} takes away ${(share * 100).toFixed(0)} % of the uncertainty (sum of the variances of log throughput).`
}

/** The devices that stand for platforms without a named one. */
function assumptions(answers: readonly Prediction[]): string {
  const assumed = new Map(answers.filter(({ deviceAssumed }) => deviceAssumed).map(({ request, device }) => [request.platform, device.name]))
  return assumed.size === 0 ? '' : ` No device was named, so these are assumed: ${[...assumed].map(([platform, name]) => `${name} for ${platform}`).join(', ')}; name yours with \`device\`.`
}

import type { AvailableHardware } from '@benchcast/bench'
import type { Prediction, Predictor } from '@benchcast/core/predict'
import { quantilesOf } from '@benchcast/core/stats'
import { asRequest, type Configuration, isKnown, type MeasuredConfiguration } from './sweep.ts'

/** A configuration that was held back, predicted before and after the predictor learned from the others. Samples a second. */
export interface HeldBack {
  readonly configuration: Configuration
  readonly measured: number
  readonly before: Figure
  readonly after: Figure
}

export interface Figure {
  readonly value: number
  readonly interval: readonly [number, number]
  /** |value / measured - 1|. */
  readonly error: number
}

/** What calibration on own measurements is worth. */
export interface Learning {
  /** Configurations that were learned from. */
  readonly learnedFrom: number
  readonly heldBack: readonly HeldBack[]
  /** Medians of the errors of those held back. */
  readonly errorBefore: number
  readonly errorAfter: number
}

/**
 * Learns from every second configuration, in a checkerboard of models and batch sizes, and predicts the others before and after: no figure shown was learned from.
 * undefined when there are too few to hold any back.
 */
export function learn(predictor: Predictor, measured: readonly MeasuredConfiguration[], hardware: AvailableHardware): Learning | undefined {
  const known = measured.flatMap(({ configuration, result }) => (isKnown(configuration) ? [{ configuration, result }] : []))
  const isTaught = (_: unknown, index: number) => checkerboard(known, index)
  const taught = known.filter(isTaught)
  const held = known.filter((one, index) => !isTaught(one, index))
  if (taught.length === 0 || held.length === 0) return undefined
  const wiser = predictor.calibrate(taught.map(({ configuration, result }) => ({ ...asRequest(configuration, hardware), throughput: result.throughputPerSecond, source: 'benchmark' })))
  const heldBack = held.map(({ configuration, result }) => {
    const figure = (by: Predictor) => figureOf(by, configuration, hardware, result.throughputPerSecond)
    return { configuration, measured: result.throughputPerSecond, before: figure(predictor), after: figure(wiser) }
  })
  const medianOf = (errors: readonly number[]) => quantilesOf(Float64Array.from(errors), [0.5])[0]!
  return { learnedFrom: taught.length, heldBack, errorBefore: medianOf(heldBack.map(({ before }) => before.error)), errorAfter: medianOf(heldBack.map(({ after }) => after.error)) }
}

function checkerboard(measured: readonly MeasuredConfiguration[], index: number): boolean {
  const { modelName, batchSize } = measured[index]!.configuration
  const places = (values: readonly unknown[], value: unknown) => [...new Set(values)].indexOf(value)
  const row = places(
    measured.map(({ configuration }) => configuration.modelName),
    modelName,
  )
  const column = places(
    measured.map(({ configuration }) => configuration.batchSize),
    batchSize,
  )
  return (row + column) % 2 === 0
}

/** What is predicted of a configuration beside what was measured; no numbers for what cannot be predicted. */
export function figureOf(predictor: Predictor, configuration: Configuration, hardware: AvailableHardware, measured: number): Figure {
  if (!isKnown(configuration)) return { value: Number.NaN, interval: [Number.NaN, Number.NaN], error: Number.NaN }
  const [prediction] = predictor.predict([asRequest(configuration, hardware)])
  if (prediction === undefined || !('throughput' in prediction)) return { value: Number.NaN, interval: [Number.NaN, Number.NaN], error: Number.NaN }
  const { value, lower, upper } = (prediction as Prediction).throughput
  return { value, interval: [lower, upper], error: Math.abs(value / measured - 1) }
}

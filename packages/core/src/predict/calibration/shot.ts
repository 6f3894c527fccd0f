import { factsOf } from '../facts/facts.ts'
import { referenceOf } from '../prior/nearest-measurements.ts'
import type { Reference } from '../surface/atlas.ts'
import type { MeasuredWorkload, Workload } from '../workload.ts'
import { type ErrorPoint, errorPoint } from './error-kernel.ts'
import { repeatKey } from './repeats.ts'

/** A measurement, and what can be worked out about it alone. */
export interface Shot {
  readonly workload: Workload
  readonly throughput: number
  readonly logThroughput: number
  /** Standard deviation of it by the measurement's own word. */
  readonly spread: number
  readonly point: ErrorPoint
  readonly reference: Reference
  /** The same for all measurements of the same. */
  readonly repeatKey: string
  /** The same for all measurements of one model run in one way, at whatever sizes. */
  readonly series: string
}

/** Who calibrates again does so with most of the same measurements. */
const known = new WeakMap<MeasuredWorkload, Shot>()

/** The shot of a measurement: the same one each time. */
export function shotOf(measured: MeasuredWorkload): Shot {
  const shot = known.get(measured) ?? made(measured)
  known.set(measured, shot)
  return shot
}

function made(measured: MeasuredWorkload): Shot {
  const { workload, throughput, spread = 0 } = measured
  return {
    workload,
    throughput,
    logThroughput: Math.log(throughput),
    spread,
    point: errorPoint(factsOf(workload)),
    reference: referenceOf(measured),
    repeatKey: repeatKey(workload),
    series: seriesOf(workload),
  }
}

/** What measurements of one model, run in one way on one device, have in common. */
export function seriesOf(workload: Workload): string {
  const { device, platform, modelName, modelGiven = '', mode, phase, unit, precision = '' } = workload
  return [device.id, platform, modelName, modelGiven, mode, phase, unit, precision, factsOf(workload).framework].join('|')
}

/** The last median of repetitions, by the first of them: most are asked for again unchanged, and what is known of a shot is kept by the shot. */
const medians = new WeakMap<Shot, Shot>()

/** One shot that stands for repetitions of a configuration, with their median; as doubtful as the surest of them. */
export function medianShot(same: readonly Shot[], throughput: number): Shot {
  const spread = same.reduce((least, shot) => Math.min(least, shot.spread), Number.POSITIVE_INFINITY)
  const first = same[0]!
  const last = medians.get(first)
  if (last?.throughput === throughput && last.spread === spread) return last
  const median = { ...first, throughput, logThroughput: Math.log(throughput), spread }
  medians.set(first, median)
  return median
}

import type { Opinion, ThroughputEstimate } from '../workload.ts'
import { type Doubts, doubtsOf } from './doubts.ts'
import type { DeviceIs } from './error-kernel.ts'

/** A base estimate in logs: its middle and half its width. */
export interface BaseEstimate {
  readonly middle: number
  readonly halfWidth: number
  readonly deviceIs: DeviceIs
  readonly opinions: readonly Opinion[]
}

/** How far a base is off at a measurement, in units of its usual error there, and what it may be moved by. */
export interface KnownError {
  readonly error: number
  readonly deviation: number
  /** The usual error as the estimate's own interval states it, in logs. */
  readonly stated: number
  /** By how much more it is off than a single measurement can show, in logs. */
  readonly beyondBelief: number
  readonly doubts: Doubts
}

/** The errors of the usual estimate, and of what stands for it where the model asked about is new. */
export interface KnownErrors {
  /** Half the width of the estimate's interval, in logs. */
  readonly halfWidth: number
  readonly usual: KnownError
  readonly ofNewModel: KnownError
}

/** No prediction of a configuration like measured ones was ever off by more, in logs: a lone measurement that says so may be a slip. */
const MOST_ERROR = Math.log(30)

/** Half-width of a normal's 90 % interval over its standard deviation. */
const HALF_WIDTH_DEVIATIONS = 1.645
/** Errors are compared in units of the base's usual error, which on a known device is taken to be inside these, in logs. */
const LEAST_DEVIATION = 0.04
const MOST_DEVIATION = 0.8

/** The same of every estimate on a new device: there errors are shared, and how sure an estimate is tells more of what is its own. */
const DEVIATION_ON_NEW_DEVICE = 0.3

/** Standard deviation of an estimate, as far as errors are compared in it. */
export function deviationOf({ deviceIs, halfWidth }: BaseEstimate): number {
  return deviceIs === 'new' ? DEVIATION_ON_NEW_DEVICE : Math.max(LEAST_DEVIATION, Math.min(MOST_DEVIATION, halfWidth / HALF_WIDTH_DEVIATIONS))
}

export const inLogs = ({ throughput, upper, isKnownDevice, opinions = [] }: ThroughputEstimate): BaseEstimate => ({
  middle: Math.log(throughput),
  halfWidth: Math.log(upper / throughput),
  deviceIs: isKnownDevice ? 'known' : 'new',
  opinions,
})

/**
 * An estimate as if nobody had measured the model: what the nearest devices let expect. Estimates of measured models lean on what those models did elsewhere, so that
 * their errors say little about those of new ones.
 */
export function asNewModel({ middle, opinions, ...rest }: BaseEstimate): BaseEstimate {
  const shift = opinions.find(({ kind }) => kind === 'near-devices')?.difference ?? 0
  const ofDevices = opinions.filter(({ kind }) => kind !== 'nearest-measurement')
  return { ...rest, middle: middle + shift, opinions: ofDevices.map((opinion) => ({ ...opinion, difference: opinion.difference - shift })) }
}

/** How far a base was off at a measurement of that log throughput. */
export const knownErrorsOf = (logThroughput: number, usual: BaseEstimate): KnownErrors => ({
  halfWidth: usual.halfWidth,
  usual: knownError(logThroughput, usual),
  ofNewModel: knownError(logThroughput, asNewModel(usual)),
})

function knownError(logThroughput: number, base: BaseEstimate): KnownError {
  const deviation = deviationOf(base)
  const off = logThroughput - base.middle
  const beyondBelief = Math.max(0, Math.abs(off) - Math.max(MOST_ERROR, base.halfWidth))
  return { error: off / deviation, deviation, stated: base.halfWidth / HALF_WIDTH_DEVIATIONS, beyondBelief, doubts: doubtsOf(base.opinions, deviation) }
}

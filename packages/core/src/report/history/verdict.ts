import { mannKendall, predictionInterval, robustCentre } from '../../stats/index.ts'

/** What is known of the newest values of a series. `suspected_…` becomes certain, or not, with the next run. */
export const VERDICTS = ['too_few', 'unchanged', 'suspected_regression', 'regression', 'suspected_improvement', 'improvement'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A figure as it was over time. */
export interface Series {
  /** Oldest first. */
  readonly values: readonly number[]
  readonly better: 'higher' | 'lower'
  /** Changes are ratios, as those of speeds; all values must be above 0. */
  readonly isRatio: boolean
}

export interface SeriesVerdict {
  readonly verdict: Verdict
  readonly latest: number
  /** Median of the values it is compared with; null when there are too few. */
  readonly baseline: number | null
  /** Where the latest should lie if nothing changed. */
  readonly expected: { readonly lower: number; readonly upper: number } | null
  /** (latest − baseline) / |baseline|; null without a baseline, or where that is 0. */
  readonly change: number | null
  /** Values it is compared with. */
  readonly runs: number
  readonly trend: { readonly direction: 'rising' | 'falling' | 'none'; readonly changePerRun: number; readonly p: number } | null
}

/** Fewer values say too little about how much they vary. */
const LEAST_HISTORY = 5
/** A false alarm in a hundred looks, and only one in ten thousand is confirmed. */
const LEVEL = 0.99
/** Runs whose values happen to agree vary by this much all the same, relative. */
const LEAST_SPREAD = 0.005
const TREND_ALPHA = 0.01
/** The newest values that count: older ones are of other times. */
const MOST_HISTORY = 200

const outside = (value: number, { lower, upper }: { readonly lower: number; readonly upper: number }): -1 | 0 | 1 => (value < lower ? -1 : value > upper ? 1 : 0)

/**
 * Whether the newest value of a series is out of the ordinary, for better or worse: outside the interval in which the history before it
 * lets the next value lie with 99 %. It is called a regression or an improvement when the value before it was out on the same side too,
 * so that a single bad run is no more than a suspicion.
 *
 * @example verdictOf({ values: [100, 101, 99, 100, 100, 80, 81], better: 'higher', isRatio: true }).verdict // 'regression'
 */
export function verdictOf({ values, better, isRatio }: Series): SeriesVerdict {
  const recent = values.slice(-MOST_HISTORY)
  const scaled = isRatio ? recent.map(Math.log) : recent
  const back = isRatio ? Math.exp : (value: number) => value
  const latest = recent.at(-1)!
  const canConfirm = scaled.length - 2 >= LEAST_HISTORY
  const history = scaled.slice(0, canConfirm ? -2 : -1)
  if (history.length < LEAST_HISTORY) return { verdict: 'too_few', latest, baseline: null, expected: null, change: null, runs: history.length, trend: null }
  const { centre } = robustCentre(history)
  const interval = predictionInterval(history, { level: LEVEL, leastSpread: LEAST_SPREAD * (isRatio ? 1 : Math.abs(centre)) })
  const side = outside(scaled.at(-1)!, interval)
  const isConfirmed = canConfirm && side === outside(scaled.at(-2)!, interval)
  const baseline = back(centre)
  return {
    verdict: wordOf(side, better, isConfirmed),
    latest,
    baseline,
    expected: { lower: back(interval.lower), upper: back(interval.upper) },
    change: baseline === 0 ? null : (latest - baseline) / Math.abs(baseline),
    runs: history.length,
    trend: trendOf(scaled, isRatio),
  }
}

function wordOf(side: -1 | 0 | 1, better: Series['better'], isConfirmed: boolean): Verdict {
  if (side === 0) return 'unchanged'
  const word = (side === 1) === (better === 'higher') ? 'improvement' : 'regression'
  return isConfirmed ? word : `suspected_${word}`
}

function trendOf(scaled: readonly number[], isRatio: boolean): SeriesVerdict['trend'] {
  const { slope, p } = mannKendall(scaled)
  const direction = p > TREND_ALPHA || slope === 0 ? 'none' : slope > 0 ? 'rising' : 'falling'
  return { direction, changePerRun: isRatio ? Math.expm1(slope) : slope, p }
}

import { quantilesOf } from '@benchcast/core/stats'
import type { BrowserFacts } from '../browser/wire.ts'
import type { LatencySummary } from './summary.ts'

/** What was seen during a measurement besides the run times. */
export interface Circumstances {
  readonly firstRunSeconds: number
  /** Whether the median reached the precision asked for. */
  readonly isPrecise: boolean
  /** Processor time others used, in cores; absent where the system does not tell. */
  readonly otherCores?: number
  /** Processor clock before and after, Hz; absent where the system does not tell. */
  readonly clockHz?: readonly [number, number]
  readonly browser?: Pick<BrowserFacts, 'adapter' | 'isSoftwareAdapter'>
}

export interface Flag {
  readonly code: 'outliers' | 'slow_first_run' | 'drift' | 'bimodal' | 'throttling' | 'other_load' | 'imprecise' | 'few_runs' | 'software_adapter'
  /** What was seen and what to do. */
  readonly message: string
}

/** Distance from the median, in median absolute deviations, that makes a run an outlier (hyperfine's modified z-score of 10). */
const OUTLIER_DEVIATIONS = 14.826
const percent = (share: number): string => `${(100 * share).toPrecision(2)} %`

interface Case {
  readonly samples: Float64Array
  readonly summary: LatencySummary
  readonly circumstances: Circumstances
}

/** What may be wrong with a measurement, each told by a function that says nothing when all is well. Nothing is ever deleted from the samples. */
const CHECKS: Readonly<Record<Flag['code'], (seen: Case) => string | undefined>> = {
  outliers: ({ samples, summary: { p50, medianAbsoluteDeviation } }) => {
    const count = medianAbsoluteDeviation > 0 ? samples.filter((value) => Math.abs(value - p50) > OUTLIER_DEVIATIONS * medianAbsoluteDeviation).length : 0
    return count > 0 ? `${count} of ${samples.length} runs lie far from the median; they are kept. Look at p99, or measure on a quieter machine.` : undefined
  },
  slow_first_run: ({ summary: { p50 }, circumstances: { firstRunSeconds } }) =>
    firstRunSeconds > 3 * p50 ? `The first run took ${(firstRunSeconds / p50).toFixed(1)} times the median; it is not counted. Warm a server up before it takes requests.` : undefined,
  drift: ({ samples, summary: { medianInterval, p50 } }) => {
    const change = driftOf(samples) / p50
    const noise = medianInterval === undefined ? 1 : (medianInterval[1] - medianInterval[0]) / p50
    return Math.abs(change) > Math.max(0.03, 2 * noise) ? `Runs got ${percent(Math.abs(change))} ${change > 0 ? 'slower' : 'faster'} from the first third to the last: measure longer.` : undefined
  },
  bimodal: ({ samples }) => (isBimodal(samples) ? 'Run times fall into two groups: something alternates (clock, memory, another program). Compare the two before trusting a median.' : undefined),
  throttling: ({ circumstances: { clockHz } }) =>
    clockHz !== undefined && clockHz[1] < 0.85 * clockHz[0] ? `The processor clock fell by ${percent(1 - clockHz[1] / clockHz[0])} during the measurement: let it cool, or plug it in.` : undefined,
  other_load: ({ circumstances: { otherCores } }) =>
    otherCores !== undefined && otherCores > 0.25 ? `Other programs used ${otherCores.toFixed(1)} cores during the measurement: end them and measure again.` : undefined,
  imprecise: ({ circumstances: { isPrecise }, summary: { medianInterval, p50 } }) =>
    isPrecise
      ? undefined
      : `Time was over before the median was as precise as asked${medianInterval === undefined ? '' : `: it is known to ±${percent((medianInterval[1] - medianInterval[0]) / 2 / p50)}`}. Allow more time.`,
  few_runs: ({ samples }) => (samples.length < 6 ? `${samples.length} runs are too few for an interval: allow more time.` : undefined),
  software_adapter: ({ circumstances: { browser } }) =>
    browser?.isSoftwareAdapter ? `WebGPU ran on ${browser.adapter}, a program that stands in for a GPU: outputs count, times say nothing of any GPU. Measure on a machine with one.` : undefined,
}

export function flagsOf(seen: Case): readonly Flag[] {
  return Object.entries(CHECKS).flatMap(([code, check]) => {
    const message = check(seen)
    return message === undefined ? [] : [{ code: code as Flag['code'], message }]
  })
}

/** Median of the last third less that of the first, in order of time. */
function driftOf(samples: Float64Array): number {
  const third = Math.floor(samples.length / 3)
  if (third < 5) return 0
  return medianOf(samples.subarray(samples.length - third)) - medianOf(samples.subarray(0, third))
}

/** Two groups of at least a tenth of the runs each whose centres lie more than four of their spreads apart, by the split with the least squared distance. */
function isBimodal(samples: Float64Array): boolean {
  if (samples.length < 20) return false
  const sorted = samples.slice().sort()
  const trimmed = sorted.subarray(0, Math.ceil(sorted.length * 0.98))
  const split = bestSplit(trimmed)
  const [low, high] = [trimmed.subarray(0, split), trimmed.subarray(split)]
  if (Math.min(low.length, high.length) < trimmed.length / 10) return false
  const spread = Math.max(halfSpread(low), halfSpread(high), 1e-3 * low[0]!)
  return medianOf(high) - medianOf(low) > 4 * spread && trimmed[split]! - trimmed[split - 1]! > spread
}

/** Where to cut sorted values in two so that both parts are as even as possible (Otsu's threshold). */
function bestSplit(sorted: Float64Array): number {
  const total = sorted.reduce((sum, value) => sum + value, 0)
  let [best, at, below] = [-1, 1, 0]
  for (let i = 1; i < sorted.length; i++) {
    below += sorted[i - 1]!
    const between = i * (sorted.length - i) * ((total - below) / (sorted.length - i) - below / i) ** 2
    if (between > best) [best, at] = [between, i]
  }
  return at
}

/** Half the distance of the quartiles. */
function halfSpread(values: Float64Array): number {
  const [low, high] = quantilesOf(values, [0.25, 0.75]) as [number, number]
  return (high - low) / 2
}

const medianOf = (values: Float64Array): number => quantilesOf(values, [0.5])[0]!

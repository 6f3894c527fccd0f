/** One line of the result table. */
export interface Line {
  readonly what: string
  /** What Benchcast did, with its unit. */
  readonly ours: string
  /** What it is measured against: the peer's figure, JSON.parse's; '' when the target is absolute. */
  readonly other: string
  /** How many times better than `other`; undefined when the target is absolute. */
  readonly ratio?: number
  readonly target: string
  readonly ok: boolean
}

export interface Result {
  readonly lines: readonly Line[]
  /** A plot or a remark, printed under the table. */
  readonly notes?: readonly string[]
}

export interface BenchmarkOptions {
  /** Smaller data and shorter runs: shows that the bench works, says little about speed. */
  readonly quick: boolean
  /** The peer's Python. */
  readonly python: () => string
  /** How long a benchmark runs that goes on for as long as one likes. */
  readonly seconds: number
}

/** A benchmark: a name for `--only`, a title for people, and what it measures. */
export interface Benchmark {
  readonly name: string
  readonly title: string
  /** Run when it is named, not with the others. */
  readonly onlyByName?: boolean
  readonly run: (options: BenchmarkOptions) => Promise<Result>
}

/** A line whose target is a ratio: `ours` must be at least `times` better than `other`. Figures in seconds, less is better. */
export function fasterLine(what: string, oursSeconds: number, otherSeconds: number, times: number): Line {
  const ratio = otherSeconds / oursSeconds
  return { what, ours: duration(oursSeconds), other: duration(otherSeconds), ratio, target: `>= ${times}x`, ok: ratio >= times }
}

/** A line with an upper limit. */
export function limitLine(what: string, value: number, limit: number, show: (value: number) => string): Line {
  return { what, ours: show(value), other: '', target: `<= ${show(limit)}`, ok: value <= limit }
}

/** A line with a lower limit. */
export function floorLine(what: string, value: number, floor: number, show: (value: number) => string): Line {
  return { what, ours: show(value), other: '', target: `>= ${show(floor)}`, ok: value >= floor }
}

/** Seconds in the unit that reads best. */
export function duration(seconds: number): string {
  if (seconds >= 1) return `${seconds.toFixed(2)} s`
  if (seconds >= 1e-3) return `${(seconds * 1e3).toFixed(seconds >= 0.1 ? 0 : 1)} ms`
  if (seconds >= 1e-6) return `${(seconds * 1e6).toFixed(1)} us`
  return `${(seconds * 1e9).toFixed(1)} ns`
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

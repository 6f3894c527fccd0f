/** MLPerf's scenarios: queries one after the other, eight samples a query, at random arrivals, or all at once. */
export const SCENARIOS = {
  single_stream: { title: 'SingleStream', headline: 0.9, samplesPerQuery: 1, conforming: { seconds: 600, queries: 1024 } },
  multi_stream: { title: 'MultiStream', headline: 0.99, samplesPerQuery: 8, conforming: { seconds: 600, queries: 662 } },
  server: { title: 'Server', headline: 0.99, samplesPerQuery: 1, conforming: { seconds: 600, queries: 270_336 } },
  offline: { title: 'Offline', headline: undefined, samplesPerQuery: 1, conforming: { seconds: 600, queries: 24_576 } },
} as const

export type Scenario = keyof typeof SCENARIOS

/** How a configuration is measured. Times in seconds. */
export interface Method {
  readonly scenario: Scenario
  /** The measurement ends when the 95 % interval of the median is within this share of it ... */
  readonly relativeHalfWidth: number
  /** ... after at least this many runs ... */
  readonly leastRuns: number
  /** ... and at the latest after this time. */
  readonly longestSeconds: number
  readonly shortestSeconds: number
  readonly warmUpRuns: number
  readonly longestWarmUpSeconds: number
  /** Runs that make one query; 1 when absent. Said by {@link runsPerQuery} for a batch. */
  readonly runsPerQuery?: number
  /** Queries a second of the server scenario; 80 % of what single queries allow when absent. */
  readonly queriesPerSecond?: number
}

/**
 * Runs of a batch that make one query: the eight samples of multi_stream are eight runs of batch 1, one of batch 8.
 *
 * @example runsPerQuery({ scenario: 'multi_stream' }, 4) // 2
 */
export const runsPerQuery = ({ scenario }: Pick<Method, 'scenario'>, batch: number): number => Math.ceil(SCENARIOS[scenario].samplesPerQuery / batch)

/** Ready-made methods. Neither conforms to MLPerf, which asks for ten minutes and more. */
export const PROFILES = {
  quick: { scenario: 'single_stream', relativeHalfWidth: 0.02, leastRuns: 10, longestSeconds: 5, shortestSeconds: 0.2, warmUpRuns: 3, longestWarmUpSeconds: 2 },
  thorough: { scenario: 'single_stream', relativeHalfWidth: 0.01, leastRuns: 50, longestSeconds: 60, shortestSeconds: 3, warmUpRuns: 10, longestWarmUpSeconds: 10 },
} as const satisfies Record<string, Method>

export type ProfileId = keyof typeof PROFILES

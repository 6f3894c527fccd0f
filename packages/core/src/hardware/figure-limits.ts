/** What a measured figure can be on any machine. */
export interface FigureLimit {
  readonly least: number
  readonly most: number
  /** As people write it after a number. */
  readonly unit: string
}

/**
 * The least and most that any machine can do, wide enough for whatever may be built: from a sample in thirty years to a million million a second, from a nanosecond to thirty years
 * a batch, from a byte to a petabyte. A value beyond is a slip of units or a fault of what measured it.
 */
export const FIGURE_LIMITS = {
  throughput: { least: 1e-9, most: 1e12, unit: 'samples per second' },
  latency: { least: 1e-6, most: 1e12, unit: 'ms' },
  memory_usage: { least: 1e-6, most: 1e9, unit: 'MB' },
} as const satisfies Readonly<Record<string, FigureLimit>>

/** Whether a figure can have been measured. 0 can be recorded: it says that nothing came out, or that nobody looked. */
export const isPossible = (figure: keyof typeof FIGURE_LIMITS, value: number): boolean => value === 0 || (value >= FIGURE_LIMITS[figure].least && value <= FIGURE_LIMITS[figure].most)

/** Milliseconds in a unit of time, by the names tools give it. */
const MILLISECONDS: Readonly<Record<string, number>> = {
  ns: 1e-6,
  nanosecond: 1e-6,
  nanoseconds: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  microseconds: 1e-3,
  ms: 1,
  milliseconds: 1,
  s: 1000,
  sec: 1000,
  second: 1000,
  seconds: 1000,
}

/** What a duration in the unit is multiplied with to give milliseconds; undefined when the unit is none of time. */
export const millisecondsPer = (unit: string): number | undefined => (Object.hasOwn(MILLISECONDS, unit) ? MILLISECONDS[unit] : undefined)

export const MS_PER_SECOND = 1000
export const MS_PER_NANOSECOND = 1e-6
/** Megabytes as Benchcast counts them. */
export const BYTES_PER_MB = 2 ** 20

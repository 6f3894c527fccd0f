import type { Groups } from './groups.ts'

/** Shares tried. */
const SHARES = [0, 0.15, 0.3, 0.45, 0.6, 0.8, 1] as const
/** Errors well below this many logs count alike. */
const SMALL_ERROR = 0.03

/** Median errors, in logs, from which the evidence alone counts as poor, and as hardly any. */
const POOR = 0.15
const HARDLY_ANY = 0.35

/** How shares are judged. */
export interface Jury {
  /** What counts as one voice in each row: an architecture, a device. A voice of many rows counts by their root, and a group with few of them has no share of its own. */
  readonly voices: readonly string[]
  readonly fewestVoices: number
  /** No share is larger. */
  readonly most: number
  /** No share is smaller where the evidence alone is poor, or than twice this where it is hardly any: two voices err less together than either. */
  readonly least: number
}

/** By group the share of the way from the evidence to what a learner said out of fold that leaves the least mean log error: all of it where the evidence is poor, none where it is better than any learner. */
export function beliefByGroup(missing: Float64Array, corrections: Float64Array, groups: readonly Groups[], { voices, fewestVoices, most, least }: Jury): Record<string, number> {
  const named = groups.flatMap((names, row) => names.map((name) => ({ name, row })))
  const juries = [...Map.groupBy(named, ({ name }) => name)].map(([name, members]): [string, number[][]] => {
    const rows = members.map(({ row }) => row)
    return [name, [...Map.groupBy(rows, (row) => voices[row]!).values()]]
  })
  const sharesFor = (rows: readonly number[]) => SHARES.filter((share) => share <= most && share >= leastFor(typicalError(rows, missing), least))
  const able = juries.filter(([, byVoice]) => byVoice.length >= fewestVoices)
  return Object.fromEntries(able.map(([name, byVoice]) => [name, bestShare(byVoice, missing, corrections, sharesFor(byVoice.flat()))]))
}

function bestShare(byVoice: readonly (readonly number[])[], missing: Float64Array, corrections: Float64Array, shares: readonly number[]): number {
  const lossOf = (share: number) => (rows: readonly number[]) =>
    rows.reduce((sum, row) => sum + Math.log(SMALL_ERROR + Math.abs(missing[row]! - share * corrections[row]!)), 0) / Math.sqrt(rows.length)
  const losses = shares.map((share) => byVoice.map(lossOf(share)).reduce((a, b) => a + b, 0))
  return shares[losses.indexOf(Math.min(...losses))]!
}

function leastFor(error: number, least: number): number {
  if (error < POOR) return 0
  return error < HARDLY_ANY ? least : 2 * least
}

function typicalError(rows: readonly number[], missing: Float64Array): number {
  const errors = rows.map((row) => Math.abs(missing[row]!)).sort((a, b) => a - b)
  return errors[errors.length >> 1] ?? 0
}

/** The share of a workload's finest group that has one, else `unknown`. */
export function beliefIn(belief: Readonly<Record<string, number>>, groups: Groups, unknown = 0.5): number {
  return belief[groups.find((name) => name in belief) ?? ''] ?? unknown
}

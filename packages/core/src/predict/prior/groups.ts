import type { Facts } from '../facts/facts.ts'

/** Groups a workload is in, finest first. */
export type Groups = readonly string[]

/** Groups of a workload: its data set on a platform, in its phase and in all of them, its platform likewise, everything. */
export function groupsOf({ workload: { source = '', platform, phase } }: Facts): Groups {
  return [`${source}|${platform}|${phase}`, `${source}|${platform}`, `${platform}|${phase}`, platform, '']
}

/** A data set on a platform, in the workload's phase and in all of them. */
export const dataSetsOf = (groups: Groups): Groups => groups.slice(0, 2)

/** A data set on a platform, in all phases. */
export const dataSetOf = (groups: Groups): string => groups[1]!

import type { Facts } from '../facts/facts.ts'
import { dataSetOf, type Groups } from './groups.ts'
import type { Shares } from './panel.ts'

/** Architectures that were measured, by data set on a platform. */
export type ArchitectureCounts = Readonly<Record<string, number>>

/** With so many architectures a data set leaves half of the say to the newcomer. */
const FEW = 3

export function countArchitectures(facts: readonly Facts[], groups: readonly Groups[]): ArchitectureCounts {
  const byDataSet = Map.groupBy(facts.keys(), (row) => dataSetOf(groups[row]!))
  return Object.fromEntries([...byDataSet].map(([name, rows]) => [name, new Set(rows.map((row) => facts[row]!.architecture)).size]))
}

/**
 * Share that is the newcomer's whatever the voices' usual errors: how large those are is learnt from architectures left out, of which small data sets have too few to tell,
 * and surfaces of few architectures follow them closely. None for a data set nobody knows.
 */
export function shareForNewcomer(counts: ArchitectureCounts, groups: Groups): number {
  const count = counts[dataSetOf(groups)]
  return count === undefined ? 0 : FEW / (FEW + count)
}

/** Shares of which, in each row, some is the last voice's: the newcomer's. */
export function withNewcomerHeard(shares: Shares, forNewcomer: Float64Array): Shares {
  return shares.map((own, voice) => own.map((share, row) => (1 - forNewcomer[row]!) * share + (voice === shares.length - 1 ? forNewcomer[row]! : 0)))
}

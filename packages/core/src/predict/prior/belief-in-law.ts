import { beliefByGroup, beliefIn } from './belief.ts'
import { dataSetsOf, type Groups } from './groups.ts'

/** Share of the way from what a panel says towards the law of costs, by group. */
export type BeliefInLaw = Readonly<Record<string, number>>

/** log(throughput / roofline) by row; undefined where there is no law. */
type Laws = readonly (number | undefined)[]

/** Three architectures or more must have shown it. */
const JURY = { fewestVoices: 3, most: 1, least: 0 }
/** A law is fitted to all but the architecture it is judged on, while a panel out of fold knows less than the shipped one: so much of the share is taken off. */
const HANDICAP = 0.3

/**
 * Finds by data set how far to believe its law of costs.
 *
 * @param truth log(throughput / roofline), by row
 * @param said what the panel says, out of fold
 * @param laws what laws say that have not seen the architecture
 * @param isAsked rows that show how far to believe it
 * @param voices who shares what is new with whom
 */
export function trainBeliefInLaw(truth: Float64Array, said: Float64Array, laws: Laws, isAsked: (row: number) => boolean, groups: readonly Groups[], voices: readonly string[]) {
  const asked = [...said.keys()].filter((row) => laws[row] !== undefined && isAsked(row))
  const found = beliefByGroup(
    Float64Array.from(asked, (row) => truth[row]! - said[row]!),
    Float64Array.from(asked, (row) => laws[row]! - said[row]!),
    asked.map((row) => dataSetsOf(groups[row]!)),
    { ...JURY, voices: asked.map((row) => voices[row]!) },
  )
  const belief: BeliefInLaw = Object.fromEntries(Object.entries(found).map(([name, share]) => [name, Math.max(0, share - HANDICAP) / (1 - HANDICAP)]))
  const { says, shares } = askLaw(belief, laws, groups)
  return { belief, together: said.map((value, row) => value + shares[row]! * (says[row]! - value)) }
}

/** What the law says of rows, and its share in each: none where there is no law. */
export function askLaw(belief: BeliefInLaw, laws: Laws, groups: readonly Groups[]) {
  return {
    says: Float64Array.from(laws, (own) => own ?? 0),
    shares: Float64Array.from(laws, (own, row) => (own === undefined ? 0 : beliefIn(belief, dataSetsOf(groups[row]!), 0))),
  }
}

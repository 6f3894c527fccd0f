import type { Facts } from '../facts/facts.ts'
import { roofline } from '../roofline/roofline.ts'
import { KINDS_OF_WORK, secondsByKind } from './kinds-of-work.ts'

/**
 * Time is a sum over kinds of work: what each would take at the device's limits, times how far from them such work usually stays in a data set. Ten numbers a data set, so that it holds where few
 * architectures were measured and nothing alike; what single devices and ways of running add is a factor on the whole.
 */
export interface CostLaw {
  /** Log of the factor on each kind of work, beyond the usual one. */
  readonly byKind: readonly number[]
  /** Log of the factor on the whole, by place in {@link placesOf}; what is not there is 0. */
  readonly byPlace: Readonly<Record<string, number>>
}

/** The laws of the data sets, by {@link lawNameOf}. */
export type CostLaws = Readonly<Record<string, CostLaw>>

/** Laws are of models that are given whole items, and whose cost is known. */
export const hasLaw = ({ workload, known }: Facts): boolean => workload.unit !== 'token' && known.macs

/** A data set on a platform. */
export const lawNameOf = ({ workload: { source = '', platform } }: Facts): string => `${source}|${platform}`

/** Where a factor on the whole is known, coarsest first: the data set, the device, the way of running there. */
export function placesOf({ workload, framework, frameworkVersion, devices }: Facts): readonly string[] {
  const device = `${workload.device.id}|${devices}`
  const way = [workload.mode, workload.phase, workload.precision ?? '', framework, frameworkVersion, workload.layout ?? '', workload.compiled ?? '', workload.threads ?? ''].join('|')
  return ['', device, `${device}|${way}`]
}

const USUAL_FACTORS = KINDS_OF_WORK.map(({ usual }) => Math.exp(usual))

/** Seconds by kind of work, each at the usual distance from the limits. */
export function usualSeconds(facts: Facts): number[] {
  return secondsByKind(facts).map((seconds, kind) => seconds * USUAL_FACTORS[kind]!)
}

/** log(throughput / roofline) by the law of the workload's data set; undefined where it has none, or where the cost of the model is not known. */
export function residualByLaw(laws: CostLaws, facts: Facts): number | undefined {
  const law = laws[lawNameOf(facts)]
  return law === undefined || !hasLaw(facts) ? undefined : residualOfLaw(law, facts)
}

/** log(throughput / roofline) by a law. */
export function residualOfLaw({ byKind, byPlace }: CostLaw, facts: Facts): number {
  const seconds = usualSeconds(facts).reduce((sum, own, kind) => sum + own * Math.exp(byKind[kind]!), 0)
  const factor = placesOf(facts).reduce((sum, place) => sum + (byPlace[place] ?? 0), 0)
  return -Math.log(seconds) - factor - Math.log(roofline(facts).itemsPerSecond)
}

import type { Facts } from './facts/facts.ts'

/** A word about a workload, and what it costs in units of distance when two workloads differ in it. */
export interface WordCost {
  readonly cost: number
  readonly of: (facts: Facts) => unknown
}

/** The words of a workload, in the order of their costs. */
export const wordsOf = (costs: readonly WordCost[], facts: Facts): readonly unknown[] => costs.map(({ of }) => of(facts))

/**
 * What the words cost in which two workloads differ.
 *
 * @example wordDistance([{ cost: 3, of: ({ workload }) => workload.phase }], ['prefill'], ['decode']) // 3
 */
export function wordDistance(costs: readonly WordCost[], a: readonly unknown[], b: readonly unknown[]): number {
  return costs.reduce((sum, { cost }, word) => (a[word] === b[word] ? sum : sum + cost), 0)
}

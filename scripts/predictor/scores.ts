import type { ThroughputEstimate } from '../../packages/core/src/predict/workload.ts'
import type { Measured } from './measurements.ts'

/** How good predictions of rows with known cost are. Errors are |prediction / truth − 1|. */
export interface Scores {
  readonly rows: number
  readonly mdape: number
  readonly within20: number
  /** Mean over sources of their MdAPE. */
  readonly macro: number
  readonly coverage: number
  /** Median of upper / lower. */
  readonly width: number
  /** Largest factor off. */
  readonly worst: number
  readonly tau: number
  readonly top1: number
  readonly regret: number
  readonly pairOrder: number
}

type Predicted = Pick<ThroughputEstimate, 'throughput' | 'lower' | 'upper'>

export function scoresOf(rows: readonly Measured[], estimates: readonly Predicted[]): Scores {
  const cases = rows.map((row, index) => ({ row, estimate: estimates[index]! })).filter(({ row }) => row.costKnown)
  const errors = cases.map(({ row, estimate }) => Math.abs(estimate.throughput / row.throughput - 1))
  const bySource = Map.groupBy(errors.keys(), (index) => cases[index]!.row.facts.workload.source ?? '')
  const macro = mean([...bySource.values()].map((members) => median(members.map((index) => errors[index]!))))
  const covered = cases.filter(({ row, estimate }) => row.throughput >= estimate.lower && row.throughput <= estimate.upper)
  return {
    rows: cases.length,
    mdape: median(errors),
    within20: errors.filter((error) => error <= 0.2).length / errors.length,
    macro,
    coverage: covered.length / cases.length,
    width: median(cases.map(({ estimate }) => estimate.upper / estimate.lower)),
    worst: Math.max(...cases.map(({ row, estimate }) => Math.max(estimate.throughput / row.throughput, row.throughput / estimate.throughput))),
    ...rankingScores(cases),
  }
}

/** MdAPE, coverage and rows of each source. */
export function scoresBySource(rows: readonly Measured[], estimates: readonly Predicted[]): ReadonlyMap<string, { readonly rows: number; readonly mdape: number; readonly coverage: number }> {
  const known = [...rows.keys()].filter((index) => rows[index]!.costKnown)
  return new Map(
    [...Map.groupBy(known, (index) => rows[index]!.facts.workload.source ?? '')].map(([source, members]) => {
      const errors = members.map((index) => Math.abs(estimates[index]!.throughput / rows[index]!.throughput - 1))
      const covered = members.filter((index) => rows[index]!.throughput >= estimates[index]!.lower && rows[index]!.throughput <= estimates[index]!.upper)
      return [source, { rows: members.length, mdape: median(errors), coverage: covered.length / members.length }]
    }),
  )
}

interface Case {
  readonly row: Measured
  readonly estimate: Predicted
}

/** Devices ranked for one model in one configuration; truths closer than 2 % count as ties and are left out. */
function rankingScores(cases: readonly Case[]): Pick<Scores, 'tau' | 'top1' | 'regret' | 'pairOrder'> {
  const lists = [...Map.groupBy(cases, rankKey).values()].map(onePerDevice).filter((list) => list.length >= 2)
  const orders = lists.map(pairAgreement).filter(({ pairs }) => pairs > 0)
  const best = lists.map((list) => {
    const chosen = list.reduce((a, b) => (b.estimate.throughput > a.estimate.throughput ? b : a))
    const truth = Math.max(...list.map(({ row }) => row.throughput))
    return 1 - chosen.row.throughput / truth
  })
  const [right, pairs] = orders.reduce(([r, p], { right, pairs }) => [r + right, p + pairs], [0, 0])
  return { tau: mean(orders.map(({ right, pairs }) => (2 * right) / pairs - 1)), top1: mean(best.map((loss) => Number(loss <= 0.02))), regret: mean(best), pairOrder: right / pairs }
}

function rankKey({ row: { facts, rankGroup } }: Case): string {
  const { workload } = facts
  return [rankGroup, facts.architecture, workload.modelName, workload.inputSize, workload.precision, workload.phase].join('|')
}

function onePerDevice(list: readonly Case[]): Case[] {
  return [...new Map(list.map((item) => [item.row.facts.workload.device.id, item])).values()]
}

function pairAgreement(list: readonly Case[]): { readonly right: number; readonly pairs: number } {
  let [right, pairs] = [0, 0]
  list.forEach((a, index) => {
    for (const b of list.slice(index + 1)) {
      const truth = Math.log(a.row.throughput / b.row.throughput)
      if (Math.abs(truth) < 0.02) continue
      pairs++
      if (truth * Math.log(a.estimate.throughput / b.estimate.throughput) > 0) right++
    }
  })
  return { right, pairs }
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

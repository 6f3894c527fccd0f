import { type Facts, factsOf } from '../facts/facts.ts'
import type { MeasuredWorkload, Workload } from '../workload.ts'
import { hashOf } from './hash.ts'

/** A measured configuration: its repeats count as one. */
export interface Configuration {
  readonly workload: Workload
  readonly facts: Facts
  /** Median of the newest repeats, items per second. */
  readonly throughput: number
  /** From 1 for the newest measurement down to {@link OLDEST_WEIGHT} for the oldest. */
  readonly weight: number
  /** Model and device: what never stands on both sides of a fold. */
  readonly pair: string
  readonly device: string
  /** 32 bits that name the configuration. */
  readonly hash: number
}

/** What the oldest measurement counts beside the newest. */
const OLDEST_WEIGHT = 0.5
/** Repeats of a configuration that its speed is read from, the newest. */
const REPEATS = 5

/** Facts that make two measurements repeats of one configuration. Who measured it is none of them. */
const IDENTITY = [
  'platform',
  'framework',
  'precision',
  'mode',
  'phase',
  'unit',
  'batchSize',
  'inputSize',
  'outputLength',
  'modelName',
  'parameters',
  'macs',
  'devices',
  'threads',
  'compiled',
  'autocast',
  'layout',
] as const satisfies readonly (keyof Workload)[]

/** The same for repeats of one configuration, else different. */
export const configurationKey = (workload: Workload): string => JSON.stringify([workload.device.id, ...IDENTITY.map((name) => workload[name] ?? null)])

/** Distinct configurations of measurements, which are given oldest first; what is no positive number is left out. */
export function configurationsOf(measured: readonly MeasuredWorkload[]): readonly Configuration[] {
  const repeats = new Map<string, { readonly throughputs: number[]; workload: Workload; newest: number }>()
  measured.forEach(({ workload, throughput }, place) => {
    if (!(throughput > 0 && Number.isFinite(throughput))) return
    const key = configurationKey(workload)
    const known = repeats.get(key) ?? { throughputs: [], workload, newest: place }
    known.throughputs.push(throughput)
    repeats.set(key, Object.assign(known, { workload, newest: place }))
  })
  return Array.from(repeats, ([key, { throughputs, workload, newest }]) => {
    const facts = factsOf(workload)
    const weight = OLDEST_WEIGHT ** (1 - (newest + 1) / measured.length)
    return { workload, facts, weight, throughput: median(throughputs.slice(-REPEATS)), pair: `${facts.baseName}\n${workload.device.id}`, device: workload.device.id, hash: hashOf(key) }
  })
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}

/**
 * At most `most` of the items, as evenly over their groups as can be: of each group as many as of every other until it has no more, evenly spaced; of more groups than `most`, the last
 * item of every so many.
 *
 * @example evenlyOver(['a', 'a', 'a', 'b'], (name) => name, 2) // ['b', 'a']
 */
export function evenlyOver<T>(items: readonly T[], groupOf: (item: T) => string, most: number): readonly T[] {
  if (items.length <= most) return items
  const groups = [...Map.groupBy(items, groupOf).values()]
  if (groups.length > most) return spaced(groups, most).map((members) => members.at(-1)!)
  let left = most
  return groups
    .sort((a, b) => a.length - b.length)
    .flatMap((members, i) => {
      const taken = Math.min(members.length, Math.floor(left / (groups.length - i)))
      left -= taken
      return spaced(members, taken)
    })
}

const spaced = <T>(items: readonly T[], count: number): T[] => Array.from({ length: count }, (_, k) => items[Math.floor((k * items.length) / count)]!)

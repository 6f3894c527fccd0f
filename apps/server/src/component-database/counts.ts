import type { RunState } from '../runs/component.ts'
import type { RunCount } from '../storage/store.ts'

/** Runs that have not ended, as counts of one. */
export const unfinishedCount = ({ input, startedAt }: RunState): RunCount => {
  const { model_name, hardware } = input as { readonly model_name: string; readonly hardware: readonly string[] }
  return { model_name, hardware: JSON.stringify(hardware), status: 'running', day: startedAt.slice(0, 10), runs: 1, total_duration: 0, min_duration: 0, max_duration: 0, latest: startedAt }
}

/** What runs are counted by: the keys that one count falls under. */
export const KEYS = {
  model_name: ({ model_name }: RunCount) => [model_name],
  date: ({ day }: RunCount) => [day],
  hardware: ({ hardware }: RunCount) => (hardware.startsWith('[') ? (JSON.parse(hardware) as readonly string[]) : [hardware]),
} as const
export type Key = keyof typeof KEYS

/** Counts by status. `noun` is how one is called in names of fields. */
export function totals(counts: readonly RunCount[], noun: string) {
  const of = (...statuses: readonly string[]) => sum(counts.filter(({ status }) => statuses.includes(status)).map(({ runs }) => runs))
  return {
    [`total_${noun}s`]: sum(counts.map(({ runs }) => runs)),
    [`completed_${noun}s`]: of('completed'),
    [`failed_${noun}s`]: of('failed'),
    [`cancelled_${noun}s`]: of('cancelled'),
    [`running_${noun}s`]: of('running'),
  }
}

/**
 * One line per key, the one that was last heard of first. Durations are those of completed runs.
 *
 * @example statsBy('model_name', counts, 'run') // [{ model_name: 'bert', total_runs: 3, ... }]
 */
export function statsBy(key: Key, counts: readonly RunCount[], noun: string): readonly Readonly<Record<string, string | number | null>>[] {
  const groups = new Map<string, RunCount[]>()
  for (const count of counts) for (const name of KEYS[key](count)) groups.set(name, [...(groups.get(name) ?? []), count])
  const lines = [...groups].map(([name, group]) => ({ latest: latestOf(group), line: { [key]: name, ...totals(group, noun), ...durations(group), [`latest_${noun}`]: latestOf(group) } }))
  return lines.toSorted((a, b) => b.latest.localeCompare(a.latest)).map(({ line }) => line)
}

function durations(counts: readonly RunCount[]) {
  const completed = counts.filter(({ status }) => status === 'completed')
  if (completed.length === 0) return { avg_duration: null, min_duration: null, max_duration: null }
  return {
    avg_duration: sum(completed.map(({ total_duration }) => total_duration)) / sum(completed.map(({ runs }) => runs)),
    min_duration: Math.min(...completed.map(({ min_duration }) => min_duration)),
    max_duration: Math.max(...completed.map(({ max_duration }) => max_duration)),
  }
}

const latestOf = (counts: readonly RunCount[]): string =>
  counts
    .map(({ latest }) => latest)
    .toSorted()
    .at(-1)!
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

import type { RunSummary } from '@benchcast/core/api'
import { microseconds } from '../instant.ts'
import type { StoredSummary } from '../queries.ts'
import { fold, matchesAll, type RunQuery } from '../run-query.ts'

interface Entry extends StoredSummary {
  readonly foldedName: string
  readonly createdUs: bigint
}

function matches({ summary, foldedName, createdUs }: Entry, query: RunQuery): boolean {
  return (
    (query.taskType === undefined || summary.task_type === query.taskType) &&
    (query.datasetId === undefined || summary.dataset_id === query.datasetId) &&
    (query.modelId === undefined || summary.models.includes(query.modelId)) &&
    (query.foldedName === undefined || foldedName.includes(query.foldedName)) &&
    (query.fromUs === undefined || createdUs >= query.fromUs) &&
    (query.untilUs === undefined || createdUs < query.untilUs)
  )
}

/** Summaries of the newest runs in write order: pages of the list without a query, as long as they lie within. */
export class RecentRuns {
  readonly #limit: number
  #entries: Entry[] = []
  #total = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  /** Fills an empty memory: the newest runs, oldest of them first, out of `total`. */
  load(runs: readonly StoredSummary[], total: number): void {
    for (const { seq, summary } of runs) this.add(seq, summary)
    this.#total = total
  }

  add(seq: number, summary: RunSummary): void {
    this.#entries.push({ seq, summary, foldedName: fold(summary.benchmark_name), createdUs: microseconds(summary.created_at) })
    this.#total += 1
    // A tenth more than the limit may be held, so that the array is cut rarely.
    if (this.#entries.length > this.#limit * 1.1) this.#entries = this.#entries.slice(this.#entries.length - this.#limit)
  }

  /** The page with one row more, as `selectRuns` gives it; undefined when memory does not reach far enough back. */
  select(query: RunQuery): { runs: readonly StoredSummary[]; total: number } | undefined {
    const holdsAll = this.#entries.length === this.#total
    if (matchesAll(query)) return this.#newest(query, holdsAll)
    return holdsAll ? this.#filtered(query) : undefined
  }

  #newest({ limit, offset, before }: RunQuery, holdsAll: boolean): { runs: readonly StoredSummary[]; total: number } | undefined {
    const end = this.#countBefore(before) - offset
    const start = end - (limit + 1)
    if (start < 0 && !holdsAll) return undefined
    return { runs: this.#entries.slice(Math.max(0, start), Math.max(0, end)).reverse(), total: this.#total }
  }

  #filtered(query: RunQuery): { runs: readonly StoredSummary[]; total: number } {
    const found = this.#entries.filter((entry) => matches(entry, query))
    const { before, offset, limit } = query
    const total = found.length
    const reachable = before === undefined ? found : found.filter(({ seq }) => seq < before)
    return { runs: reachable.reverse().slice(offset, offset + limit + 1), total }
  }

  /** Entries written before `seq`, by binary search. */
  #countBefore(seq: number | undefined): number {
    if (seq === undefined) return this.#entries.length
    let low = 0
    let high = this.#entries.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#entries[middle]!.seq < seq) low = middle + 1
      else high = middle
    }
    return low
  }
}

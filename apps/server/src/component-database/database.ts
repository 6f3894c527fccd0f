import type { Component, RunState } from '../runs/component.ts'
import type { RunRows } from '../storage/store.ts'

/** A row as it is listed. */
export type Row = Readonly<Record<string, unknown>>

/** One measurement of a row. */
export interface Figures {
  readonly hardware: string
  readonly latency: number
  readonly throughput: number
  readonly memory: number
}

/** What the database endpoints have to know of a component. */
export interface ComponentDatabase {
  readonly component: Component
  /** What one of its rows is called in names of fields. */
  readonly noun: 'run' | 'task'
  /** Where its rows are: one per run, or one per configuration that was measured. */
  readonly rows: RunRows
  readonly row: (record: never) => Row
  /** The row of a run that has not ended; absent where rows are written while it runs. */
  readonly unfinishedRow?: (state: RunState) => Row
  /** A run with everything that is kept of it. */
  readonly whole: (state: RunState, rows: readonly Row[]) => Row
  /** Columns that are searched. */
  readonly searched: readonly string[]
  /** What was measured. */
  readonly figures: (record: never) => readonly Figures[]
  /** What a failed one is called on the wire. */
  readonly failed: 'failed' | 'error'
}

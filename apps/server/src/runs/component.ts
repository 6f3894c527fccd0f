import type { RecordName } from '../storage/store.ts'

/** How far a run is. Times are UTC ISO-8601. */
export interface RunState {
  readonly id: string
  /** What the run was asked to do. */
  readonly input: unknown
  readonly status: 'initializing' | 'running' | 'completed' | 'failed' | 'cancelled'
  readonly progress: number
  readonly step: string
  readonly startedAt: string
  /** Of a run that has ended. */
  readonly endedAt?: string
  /** Why it failed. */
  readonly error?: string
  /** The row written at its end. */
  readonly record?: Readonly<Record<string, unknown>>
}

/** A family of runs with its own words: the benchmark, test and generator APIs tell of the same thing in three ways. */
export interface Component<Status = unknown> {
  readonly id: 'test' | 'generator' | 'benchmark'
  /** The job that does the run. */
  readonly kind: string
  /** Where runs are kept after their end. */
  readonly records: RecordName
  /** Name of the id on the wire. */
  readonly idField: 'run_id' | 'task_id'
  /** What a person calls one. */
  readonly title: string
  /** The status on the wire: what GET and the WebSocket show. */
  readonly status: (state: RunState, nowMs: number) => Status
}

/** Seconds since the start, or from start to end. */
export const elapsedSeconds = ({ startedAt, endedAt }: RunState, nowMs: number): number => Math.max(0, (endedAt === undefined ? nowMs : Date.parse(endedAt)) - Date.parse(startedAt)) / 1000

/** Seconds left if it goes on as it went; null when nobody can tell. */
export const remainingSeconds = (state: RunState, nowMs: number): number | null =>
  state.endedAt === undefined && state.progress > 0.02 ? (elapsedSeconds(state, nowMs) / state.progress) * (1 - state.progress) : null

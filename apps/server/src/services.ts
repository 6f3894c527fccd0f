import type { Evaluator } from './evaluation/evaluator.ts'
import type { Remotes } from './gateway/remotes.ts'
import type { IdKind } from './ids.ts'
import type { JobQueue } from './jobs/queue.ts'
import type { KeyBook } from './keys/key-book.ts'
import type { Measuring } from './measuring/measuring.ts'
import type { Predictions } from './predictions/predictions.ts'
import type { RunBook } from './runs/run-book.ts'
import type { Store } from './storage/store.ts'
import type { Ask } from './unified-database/ask.ts'

/** The world, handed to the handlers: tests hand them another one. */
export interface Services {
  readonly store: Store
  readonly evaluator: Evaluator
  readonly predictions: Predictions
  readonly jobs: JobQueue
  readonly measuring: Measuring
  /** Runs of the benchmark, test and generator APIs. */
  readonly runs: RunBook
  /** API keys, and the audit log. */
  readonly keys: KeyBook
  /** Asks the components on behalf of the unified queries; those of this process when absent. */
  readonly ask?: Ask | undefined
  /** Whether callers of this machine without a key may have models of their own run. */
  readonly allowsModels: boolean
  /** Components in other processes; none when absent. */
  readonly remotes?: Remotes | undefined
  /** Folder that generated scripts are written to. */
  readonly generatedFolder: string
  /** UTC ISO-8601 with Z, never going back. */
  readonly now: () => string
  readonly newId: (kind: IdKind) => string
  /** True once the server was told to stop. */
  readonly draining: () => boolean
}

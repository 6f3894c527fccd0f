import { isMainThread } from 'node:worker_threads'

const REGISTRY = Symbol.for('benchcast.open-duckdb-files')
const holder = globalThis as { [REGISTRY]?: Set<string> }
holder[REGISTRY] ??= new Set()
const openFiles = holder[REGISTRY]

/**
 * Claims a file for this process. The lock of the operating system is per process: two instances on one file in one process both
 * open, each sees only its own rows, and checkpoints of the one drop rows of the other. So a second claim throws, and so does a worker thread.
 */
export function claimFile(file: string): void {
  if (!isMainThread) throw new Error(`${file} may be opened on the main thread only: DuckDB cannot see that two threads of one process hold the same file, and would lose rows.`)
  if (openFiles.has(file)) throw new Error(`${file} is already open in this process: use the store that holds it, a second one would silently lose rows.`)
  openFiles.add(file)
}

export const releaseFile = (file: string): boolean => openFiles.delete(file)
export const isClaimed = (file: string): boolean => openFiles.has(file)

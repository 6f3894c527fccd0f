import { rmSync } from 'node:fs'

import { parentPort, workerData } from 'node:worker_threads'

/**
 * A thread beside the one that runs a model. The runtime keeps that one busy, for ever when a model has no end, so that it cannot notice that nobody waits for it any more:
 * this thread looks, and ends the process when the one that started it is gone.
 */
const LOOK_EVERY_MS = 500

export interface Watched {
  readonly parent: number
  /** Removed with the process: nobody else will. */
  readonly folder: string
}

const { parent, folder } = workerData as Watched

function isOrphan(): boolean {
  if (process.ppid !== parent) return true
  try {
    // On Windows a process keeps the number of its parent.
    process.kill(parent, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

setInterval(() => {
  if (!isOrphan()) return
  rmSync(folder, { recursive: true, force: true })
  process.kill(process.pid, 'SIGKILL')
}, LOOK_EVERY_MS)
parentPort!.postMessage('watching')

import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { lendTreeHelpers, type TreeHelpers } from '@benchcast/core/predict/boosted-trees'

/** More threads wait for each other more than they help: a step of a tree takes some 100 us. */
const MOST_HELPERS = 7

/** Helping threads that can be sent home. */
interface StartedHelpers extends TreeHelpers {
  end(): Promise<void>
}

/** Starts threads that help this one to train trees, one for each other core by default. */
export function startTreeHelpers(count = Math.min(MOST_HELPERS, availableParallelism() - 1)): StartedHelpers {
  const workers = Array.from({ length: count }, () => {
    const worker = new Worker(new URL('./tree-helper-thread.ts', import.meta.url))
    // The thread that trains reports it.
    worker.on('error', () => {})
    worker.unref()
    return worker
  })
  return {
    count,
    start: (work) => workers[work.thread - 1]!.postMessage(work),
    end: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

/**
 * What `work` answers; the trees it trains are trained by all cores.
 *
 * @example await withTreeHelpers(() => trainCorrection(measured, options))
 */
export async function withTreeHelpers<T>(work: () => T): Promise<T> {
  const helpers = startTreeHelpers()
  lendTreeHelpers(helpers)
  try {
    return work()
  } finally {
    lendTreeHelpers(undefined)
    await helpers.end()
  }
}

import { BlockSplitter } from './block-splitter.ts'
import { helpWithBlocks } from './block-team.ts'
import type { SplitPlan } from './split-plan.ts'
import { addressesOf } from './tree-memory.ts'
import { wasmKernels } from './wasm-kernels.ts'

/** What a helping thread is given: it can be posted to a worker. */
export interface HelperWork {
  readonly module: WebAssembly.Module
  readonly memory: WebAssembly.Memory
  readonly plan: SplitPlan
  /** 1 for the first helper, and so on. */
  readonly thread: number
}

/**
 * Threads that help to train trees. The core starts none: whoever has threads has each call `helpTrainTrees` with the work it is given.
 *
 * @example { count: 1, start: (work) => worker.postMessage(work) }
 */
export interface TreeHelpers {
  readonly count: number
  /** Has the next free helper call `helpTrainTrees(work)`. Returns at once; a helper that starts late or never costs time, no more. */
  start(work: HelperWork): void
}

/** Helps with a training, in another thread than the one that trains; returns when it is over. */
export function helpTrainTrees({ module, memory, plan, thread }: HelperWork): void {
  const splitter = new BlockSplitter(plan, wasmKernels(module, memory), memory.buffer, thread)
  helpWithBlocks(new Int32Array(memory.buffer, addressesOf(plan.shape).control, 16), splitter)
}

let lent: TreeHelpers | undefined

/** Lends helpers to every training in this thread that brings none of its own, until they are taken back with `undefined`. They change no tree, only when it is done. */
export function lendTreeHelpers(helpers: TreeHelpers | undefined): void {
  lent = helpers
}

/** Bins of all rows from which on helpers are worth what it takes to call them. */
const WORTH_HELPING = 200_000

/** The helpers for a training with so many rows and columns a tree. */
export function helpersFor(rows: number, drawn: number, own: TreeHelpers | undefined): TreeHelpers | undefined {
  const helpers = own ?? lent
  return helpers !== undefined && helpers.count > 0 && rows * drawn >= WORTH_HELPING ? helpers : undefined
}

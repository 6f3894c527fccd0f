import { BlockSplitter, type SplitPlan } from './block-splitter.ts'
import { helpWithBlocks } from './block-team.ts'
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

import type { BlockSplitter } from './block-splitter.ts'

/** Places of the numbers by which threads agree. */
const CONTROL = {
  /** Blocks nobody has taken yet, as (end << 16) | start: the leader takes from the start, helpers from the end. Who takes one has the task that lies in the memory then. */
  open: 0,
  /** Blocks that helpers have done. */
  done: 1,
  /** Counts tasks: what sleeping helpers wait for. */
  tasks: 2,
  /** Helpers that sleep. */
  asleep: 3,
  /** 1 when the training is over. */
  isOver: 4,
  /** 1 when a helper could not do a block. */
  hasFailed: 5,
} as const

/** How often a thread looks for news before it sleeps: some 50 us, more than most steps take. */
const LOOKS = 20_000

/** Does a task with the blocks shared out among threads; each takes the next one when it is done, so that nobody waits for a thread that is late. */
export class BlockTeam {
  readonly #control: Int32Array
  readonly #splitter: BlockSplitter
  readonly #blocks: number

  constructor(control: Int32Array, splitter: BlockSplitter, blocks: number) {
    this.#control = control.fill(0)
    this.#splitter = splitter
    this.#blocks = blocks
  }

  /** Leads: has every block of the task in the memory done. */
  run(): void {
    Atomics.store(this.#control, CONTROL.done, 0)
    Atomics.store(this.#control, CONTROL.open, this.#blocks << 16)
    Atomics.add(this.#control, CONTROL.tasks, 1)
    if (Atomics.load(this.#control, CONTROL.asleep) > 0) Atomics.notify(this.#control, CONTROL.tasks)
    let own = 0
    for (let block = takeFirst(this.#control); block >= 0; block = takeFirst(this.#control)) {
      this.#splitter.run(block)
      own++
    }
    this.#awaitHelpers(this.#blocks - own)
  }

  #awaitHelpers(blocks: number): void {
    for (let looks = 0; ; looks++) {
      const done = Atomics.load(this.#control, CONTROL.done)
      if (done === blocks) break
      if (looks > LOOKS) Atomics.wait(this.#control, CONTROL.done, done)
    }
    if (Atomics.load(this.#control, CONTROL.hasFailed) === 1) throw new Error('A thread that helps to train trees has failed.')
  }

  /** Lets the helpers go. */
  end(): void {
    Atomics.store(this.#control, CONTROL.isOver, 1)
    Atomics.add(this.#control, CONTROL.tasks, 1)
    Atomics.notify(this.#control, CONTROL.tasks)
  }
}

/** Helps: does blocks until the training is over. */
export function helpWithBlocks(control: Int32Array, splitter: BlockSplitter): void {
  let looks = 0
  while (Atomics.load(control, CONTROL.isOver) === 0) {
    const tasks = Atomics.load(control, CONTROL.tasks)
    const block = takeLast(control)
    if (block >= 0) {
      doBlock(control, splitter, block)
      looks = 0
    } else if (++looks > LOOKS) {
      Atomics.add(control, CONTROL.asleep, 1)
      if (Atomics.load(control, CONTROL.isOver) === 0) Atomics.wait(control, CONTROL.tasks, tasks)
      Atomics.sub(control, CONTROL.asleep, 1)
      looks = 0
    }
  }
}

/** Reports the block as done whatever happens: the leader waits for it. */
function doBlock(control: Int32Array, splitter: BlockSplitter, block: number): void {
  try {
    splitter.run(block)
  } catch (error) {
    Atomics.store(control, CONTROL.hasFailed, 1)
    throw error
  } finally {
    Atomics.add(control, CONTROL.done, 1)
    Atomics.notify(control, CONTROL.done)
  }
}

/** The number of the first block that is open, now taken; -1 when none is. */
function takeFirst(control: Int32Array): number {
  for (;;) {
    const open = Atomics.load(control, CONTROL.open)
    if ((open & 0xffff) === open >>> 16) return -1
    if (Atomics.compareExchange(control, CONTROL.open, open, open + 1) === open) return open & 0xffff
  }
}

function takeLast(control: Int32Array): number {
  for (;;) {
    const open = Atomics.load(control, CONTROL.open)
    if ((open & 0xffff) === open >>> 16) return -1
    if (Atomics.compareExchange(control, CONTROL.open, open, open - 0x10000) === open) return (open >>> 16) - 1
  }
}

import { BenchcastError } from '@benchcast/core/errors'

interface Waiting<Item> {
  readonly item: Item
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export interface GroupCommitOptions<Item> {
  /** Makes all items durable in one transaction; answers, item by item, undefined or the error that kept it out. Never throws. */
  readonly commit: (items: readonly Item[]) => Promise<readonly unknown[]>
  /** Items waiting or being committed; one more is refused. */
  readonly maxQueued: number
  readonly maxGroup?: number
  /** Size of an item, in any unit; each counts as nothing when left out. */
  readonly sizeOf?: (item: Item) => number
  /** A group takes no further item once it has this size, so that a commit of large items holds little memory and ends soon. */
  readonly maxGroupSize?: number
  /** Called after a commit while few come at once and none waits; the next commit waits for it. Never throws. */
  readonly whenCalm?: () => Promise<void>
}

/** So many callers at once are few enough that something else may be done between two commits. */
const CALM = 4
/** What is left of a crowd at each commit that does not see it again. */
const CROWD_DECAY = 0.9

/**
 * One writer for many callers: what arrives while a commit runs goes into the next one, so that an fsync is shared.
 * `add` resolves only after the commit that holds its item.
 */
export class GroupCommit<Item> {
  readonly #options: Required<GroupCommitOptions<Item>>
  #waiting: Waiting<Item>[] = []
  #inCommit = 0
  #running: Promise<void> | undefined
  /** Items that were lately there at once, waiting or in a commit: callers that come again with the next item. */
  #crowd = 0
  commits = 0

  constructor(options: GroupCommitOptions<Item>) {
    this.#options = { maxGroup: 256, sizeOf: () => 0, maxGroupSize: Number.POSITIVE_INFINITY, whenCalm: async () => {}, ...options }
  }

  get queued(): number {
    return this.#waiting.length + this.#inCommit
  }

  add(item: Item): Promise<void> {
    if (this.queued >= this.#options.maxQueued) {
      return Promise.reject(new BenchcastError('overloaded', `${this.queued} writes are waiting for the disk: send this one again in a second.`, { retryAfterSeconds: 1 }))
    }
    const done = new Promise<void>((resolve, reject) => this.#waiting.push({ item, resolve, reject }))
    this.#running ??= this.#run()
    return done
  }

  /** Resolves when nothing is waiting. */
  async drained(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #run(): Promise<void> {
    // What is added in the same turn comes along; waiting longer would let the disk idle while the next items are being made.
    await Promise.resolve()
    try {
      while (this.#waiting.length > 0) {
        await this.#commitGroup(this.#takeGroup())
        if (this.#waiting.length === 0 && this.#crowd <= CALM) await this.#options.whenCalm()
      }
    } finally {
      this.#running = undefined
    }
  }

  #takeGroup(): readonly Waiting<Item>[] {
    const { maxGroup, maxGroupSize, sizeOf } = this.#options
    let count = 0
    for (let size = 0; count < Math.min(maxGroup, this.#waiting.length) && size < maxGroupSize; count += 1) size += sizeOf(this.#waiting[count]!.item)
    return this.#waiting.splice(0, count)
  }

  async #commitGroup(group: readonly Waiting<Item>[]): Promise<void> {
    this.#inCommit = group.length
    // A commit that throws after all has broken its promise; its callers must hear of it rather than wait for ever.
    const errors = await this.#options.commit(group.map(({ item }) => item)).catch((error: unknown) => group.map(() => error))
    this.#crowd = Math.max(this.queued, CROWD_DECAY * this.#crowd)
    this.#inCommit = 0
    this.commits += 1
    group.forEach(({ resolve, reject }, index) => {
      if (errors[index] === undefined) resolve()
      else reject(errors[index])
    })
  }
}

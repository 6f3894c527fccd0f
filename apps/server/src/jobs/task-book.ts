import { RecentlyUsed } from '../storage/memory/recently-used.ts'
import type { Store } from '../storage/store.ts'
import { Task } from './task.ts'

/** How long a task can be read after its end. */
const KEPT_MS = 24 * 3600 * 1000
const ENDED_CHARACTERS = 32 * 1024 * 1024

/** Every task that can be read: the unfinished ones and those that ended last in memory, the rest in the database. */
export class TaskBook {
  readonly #store: Store
  readonly #clock: () => number
  readonly #unfinished = new Map<string, Task>()
  readonly #ended = new RecentlyUsed<Task>(ENDED_CHARACTERS, (task) => task.text.length + (task.result?.length ?? 0))

  constructor(store: Store, clock: () => number = Date.now) {
    this.#store = store
    this.#clock = clock
  }

  /** Tasks without an end. */
  get unfinished(): number {
    return this.#unfinished.size
  }

  /** Takes a task up; one that ends later moves by itself. */
  add(task: Task): void {
    if (task.hasEnded) {
      this.#ended.set(task.id, task)
      return
    }
    this.#unfinished.set(task.id, task)
    task.follow(() => task.hasEnded && this.#end(task))
  }

  /** The task, undefined when there is none or it ended more than 24 hours ago. */
  async find(id: string): Promise<Task | undefined> {
    const known = this.#known(id)
    if (known) return this.#isKept(known) ? known : undefined
    const stored = await this.#store.findTask(id)
    // Whoever asked at the same time may have put it there, or it may have come into being.
    const task = this.#known(id) ?? (stored && Task.from(stored))
    if (task === undefined || !this.#isKept(task)) return undefined
    if (task.hasEnded) this.#ended.set(id, task)
    return task
  }

  #known(id: string): Task | undefined {
    return this.#unfinished.get(id) ?? this.#ended.get(id)
  }

  #end(task: Task): void {
    this.#unfinished.delete(task.id)
    this.#ended.set(task.id, task)
  }

  #isKept(task: Task): boolean {
    return !task.hasEnded || this.#clock() - Date.parse(task.timestamp) <= KEPT_MS
  }
}

import { clockHz, processorTime } from '../machine/processor.ts'
import type { ChildMessage, RawMeasurement } from '../runner/protocol.ts'
import { outOfMemory } from '../runner/run-in-child.ts'
import { processWith, treeUse } from './process-tree.ts'

type Step = Extract<ChildMessage, { readonly kind: 'step' }>
type Seen = Pick<RawMeasurement, 'memory' | 'usedCores' | 'otherCores' | 'clockHz'>

/** Clocks of one moment, in seconds; `own` is processor time of the tree. */
interface Moment {
  readonly wall: number
  readonly busy: number
  readonly own: number
  readonly clock: number | undefined
}

const LOOK_EVERY_MS = 200

/** Watches what a browser uses while its page goes through the steps of a measurement. */
export class TreeWatch {
  readonly #root: number
  readonly #timer: NodeJS.Timeout
  #memory = { before: 0, loaded: 0, peak: 0 }
  readonly #mostBytes: number
  readonly #tooMuch = Promise.withResolvers<never>()
  #start: Moment | undefined

  private constructor(root: number, mostBytes: number) {
    this.#root = root
    this.tooMuch.catch(() => undefined)
    this.#mostBytes = mostBytes
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS)
  }

  /** Of the process, of at most so many bytes, whose command line has the word; undefined where the system does not tell. */
  static of(word: string, mostBytes: number): TreeWatch | undefined {
    const root = processWith(word)
    return root === undefined ? undefined : new TreeWatch(root, mostBytes)
  }

  /** Rejects with `run_out_of_memory` when more is used than may be. */
  get tooMuch(): Promise<never> {
    return this.#tooMuch.promise
  }

  step({ step }: Step): void {
    const bytes = this.#look()
    if (step === 'loading') this.#memory.before = bytes
    if (step === 'first run') this.#memory.loaded = bytes
    if (step === 'measuring') this.#start ??= this.#now()
  }

  /** What was seen from the first measured run until now. */
  seen(): Seen | undefined {
    const [start, end] = [this.#start, this.#now()]
    this.#look()
    if (start === undefined || end.wall <= start.wall) return undefined
    const seconds = end.wall - start.wall
    const usedCores = (end.own - start.own) / seconds
    const clocks = start.clock !== undefined && end.clock !== undefined && { clockHz: [start.clock, end.clock] as const }
    return { memory: this.#memory, usedCores, otherCores: Math.max(0, (end.busy - start.busy) / seconds - usedCores), ...clocks }
  }

  end(): void {
    clearInterval(this.#timer)
  }

  #now(): Moment {
    return { wall: performance.now() / 1000, busy: processorTime().busy, own: treeUse(this.#root).processorSeconds, clock: clockHz() }
  }

  #look(): number {
    const { bytes } = treeUse(this.#root)
    this.#memory.peak = Math.max(this.#memory.peak, bytes)
    if (bytes > this.#mostBytes) this.#tooMuch.reject(outOfMemory(this.#mostBytes))
    return bytes
  }
}

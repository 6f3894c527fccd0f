import { job } from '../jobs/job.ts'

/** A job for tests that goes on when it is told to. */
export class SteppingJob {
  readonly #waiting: (() => void)[] = []
  #steps = 0
  /** Attempts that were begun, and why their signals were aborted. */
  readonly begun: AbortSignal[] = []
  /** What the next attempts throw instead of an end. */
  readonly faults: unknown[] = []

  readonly job = job<unknown>({
    idKind: 'matrix',
    isCheap: () => false,
    timeoutSeconds: 30,
    maxAttempts: 3,
    run: async (input, { progress, signal }) => {
      this.begun.push(signal)
      for (let step = 1; step <= 4; step += 1) {
        await this.#next()
        progress(step / 4, `Step ${step} of 4`)
      }
      const fault = this.faults.shift()
      if (fault !== undefined) throw fault
      return { result: { echo: input } }
    },
  })

  /** Lets the job do so many steps. */
  async go(steps: number): Promise<void> {
    for (let step = 0; step < steps; step += 1) {
      const waiting = this.#waiting.shift()
      if (waiting) waiting()
      else this.#steps += 1
      await new Promise((resolve) => setImmediate(resolve))
    }
  }

  #next(): Promise<void> {
    if (this.#steps === 0) return new Promise((resolve) => this.#waiting.push(resolve))
    this.#steps -= 1
    return Promise.resolve()
  }
}

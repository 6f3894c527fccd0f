import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { EXIT, ExitError } from '../exit.ts'
import { CHILD_VARIABLE, type ChildMessage } from './child-message.ts'
import type { Upstream } from './upstream.ts'

const PROGRAM = fileURLToPath(new URL('../../../cli/bin/benchcast.cjs', import.meta.url))

/** How a process is started and how long one may take. */
export interface ChildPlan {
  /** Of what it serves, for people. */
  readonly title: string
  /** Options of `benchcast serve`. */
  readonly args: readonly string[]
  readonly environment: NodeJS.ProcessEnv
  /** Options that are known once the other processes run. */
  readonly later?: () => readonly string[]
}

/** After how long a process that ended is started again: longer each time it does not last. */
export interface RestartPolicy {
  readonly firstPauseMs: number
  readonly longestPauseMs: number
  /** Ends in a row after which it is left. */
  readonly most: number
  /** One that ran this long counts as good again. */
  readonly lastingMs: number
}

const RESTARTS: RestartPolicy = { firstPauseMs: 300, longestPauseMs: 10_000, most: 6, lastingMs: 30_000 }
const START_MS = 60_000
/** Its own drain takes up to ten seconds; then it writes what is left. */
const STOP_MS = 15_000
/** What no restart can mend. */
const HOPELESS: ReadonlySet<number | null> = new Set([EXIT.locked, EXIT.damaged, EXIT.config, EXIT.port])

/** A process of this program that serves some components: kept running until it is told to stop, or until it ends again and again. */
export class Child {
  readonly #plan: ChildPlan
  readonly #upstream: Upstream
  readonly #report: (message: string) => void
  readonly #restarts: RestartPolicy
  #args: readonly string[]
  #process: ChildProcess | undefined
  #isStopping = false
  #failures = 0
  #pause: NodeJS.Timeout | undefined

  constructor(plan: ChildPlan, upstream: Upstream, report: (message: string) => void, restarts: RestartPolicy = RESTARTS) {
    this.#plan = plan
    this.#args = plan.args
    this.#upstream = upstream
    this.#report = report
    this.#restarts = restarts
  }

  /** It is told where others are: they are started before it. */
  get isTold(): boolean {
    return this.#plan.later !== undefined
  }

  get pid(): number | undefined {
    return this.#process?.pid
  }

  /** Resolves when it answers; rejects with the exit code of the process when it does not come up. */
  async start(): Promise<void> {
    const { environment, title, later } = this.#plan
    const args = [...this.#args, ...(later?.() ?? [])]
    // A group of its own: Ctrl-C reaches the gateway alone, which stops it once no request needs it any more.
    const child = spawn(process.execPath, [PROGRAM, 'serve', ...args], {
      env: { ...environment, [CHILD_VARIABLE]: '1' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    })
    this.#process = child
    const started = performance.now()
    const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
    const limit = setTimeout(() => child.kill('SIGKILL'), START_MS)
    const listening = (once(child, 'message') as Promise<[ChildMessage]>).then(([message]) => message.listening)
    const failed = ended.then(([code, signal]) => Promise.reject(startError(title, code, signal)))
    const url = await Promise.race([listening, failed]).finally(() => clearTimeout(limit))
    failed.catch(() => undefined)
    this.#upstream.moveTo(url)
    // Whoever was told of its address finds it there again.
    this.#args = withPort(this.#args, new URL(url).port)
    this.#upstream.isHealthy = true
    void ended.then(([code, signal]) => this.#hasEnded(performance.now() - started, code, signal))
  }

  #hasEnded(ranMs: number, code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#isStopping) return
    this.#failures = ranMs >= this.#restarts.lastingMs ? 1 : this.#failures + 1
    const how = signal === null ? `exit code ${code}` : String(signal)
    if (this.#failures >= this.#restarts.most || HOPELESS.has(code)) this.#giveUp(how)
    else this.#startAgain(how)
  }

  #startAgain(how: string): void {
    const pauseMs = Math.min(this.#restarts.longestPauseMs, this.#restarts.firstPauseMs * 2 ** (this.#failures - 1))
    this.#upstream.stopAsking(`its process ended with ${how} and is started again`)
    this.#report(`The process of the ${this.#plan.title} ended with ${how}; it is started again in ${pauseMs / 1000} s.`)
    this.#pause = setTimeout(() => void this.start().catch((error: ExitError) => this.#hasEnded(0, error.exitCode, null)), pauseMs)
  }

  #giveUp(how: string): void {
    this.#upstream.stopAsking(`its process ended with ${how} ${this.#failures} times in a row and is not started again: its messages in the log of the gateway say why`)
    this.#report(`The process of the ${this.#plan.title} ended with ${how}, ${this.#failures} times in a row: it is not started again. Restart the gateway once the cause is gone.`)
  }

  /** Ends it: it drains, and is killed when that takes too long. */
  async stop(): Promise<void> {
    this.#isStopping = true
    clearTimeout(this.#pause)
    const child = this.#process
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const impatient = setTimeout(() => child.kill('SIGKILL'), STOP_MS)
    await ended
    clearTimeout(impatient)
  }

  /** Ends it at once. */
  kill(): void {
    this.#isStopping = true
    this.#process?.kill('SIGKILL')
  }
}

function withPort(args: readonly string[], port: string): readonly string[] {
  const at = args.indexOf('--port')
  return at < 0 ? args : args.with(at + 1, port)
}

function startError(title: string, code: number | null, signal: NodeJS.Signals | null): ExitError {
  const error = new ExitError('bug', `The ${title} did not start (${signal ?? `exit code ${code}`}): its message above says why.`)
  return code === null ? error : Object.assign(error, { exitCode: code })
}

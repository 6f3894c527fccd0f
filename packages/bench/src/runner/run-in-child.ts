import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BenchcastError } from '@benchcast/core/errors'
import type { OnnxHeader } from '@benchcast/core/graph/onnx'
import { commandWithin } from './command-within.ts'
import { endWithParent } from './end-with-parent.ts'
import type { ChildJob, ChildMessage, MeasureJob, RawMeasurement, RunJob, SoakJob } from './protocol.ts'
import { residentBytesOf } from './resident-memory.ts'

/** What a child may use. */
export interface ChildLimits {
  readonly timeoutSeconds: number
  readonly memoryBytes: number
}

export interface ChildOptions {
  readonly limits?: Partial<ChildLimits>
  readonly signal?: AbortSignal
  readonly onStep?: (step: Extract<ChildMessage, { readonly kind: 'step' }>) => void
  /** Where the child runs, made by {@link makeRunFolder} and removed by its maker; an empty one of its own when absent. */
  readonly folder?: string
}

export const USUAL_LIMITS: ChildLimits = { timeoutSeconds: 600, memoryBytes: 64 * 2 ** 30 }

/** Measures a model in a process of its own. Throws what `runInChild` throws. */
export async function measureInChild(job: MeasureJob, options?: ChildOptions): Promise<RawMeasurement> {
  const message = await runInChild(job, options)
  return (message as Extract<ChildMessage, { readonly kind: 'measured' }>).result
}

/** Runs a model on given inputs in a process of its own. */
export async function runFeedsInChild(job: RunJob, options?: ChildOptions) {
  const message = await runInChild(job, options)
  return (message as Extract<ChildMessage, { readonly kind: 'ran' }>).outputs
}

/** Resident bytes after each tenth of the runs of a soak. */
export async function soakInChild(job: SoakJob, options?: ChildOptions) {
  const message = await runInChild(job, options)
  return (message as Extract<ChildMessage, { readonly kind: 'soaked' }>).residentBytes
}

/** Asks the runtime, in a process of its own, which execution providers can be used. */
export async function askProvidersInChild(providers: readonly string[], options?: ChildOptions) {
  const message = await runInChild({ kind: 'ask', providers }, options)
  return (message as Extract<ChildMessage, { readonly kind: 'answered' }>).providers
}

/** Reads what a model file says of itself in a process of its own, so that nobody waits for a large or hostile one. Throws what `readOnnxHeader` throws. */
export async function inspectInChild(modelPath: string, options?: ChildOptions): Promise<OnnxHeader> {
  const message = await runInChild({ kind: 'inspect', modelPath }, options)
  return (message as Extract<ChildMessage, { readonly kind: 'inspected' }>).header
}

/** A new empty folder that only this user can look into. */
export const makeRunFolder = (root = tmpdir()): Promise<string> => mkdtemp(join(root, 'benchcast-run-'))

/**
 * Starts a child in an empty folder of its own, hands it a job and waits for the answer. Whatever happens the child is gone afterwards, and its folder too.
 *
 * Throws `run_failed` with the runtime's words, `run_timed_out`, `run_out_of_memory`, `run_crashed` (a signal or an exit nobody asked for), or the signal's reason when it is aborted.
 */
async function runInChild(job: ChildJob, { limits, signal, onStep, folder: given }: ChildOptions = {}): Promise<ChildMessage> {
  signal?.throwIfAborted()
  const { timeoutSeconds, memoryBytes } = { ...USUAL_LIMITS, ...limits }
  const folder = given ?? (await makeRunFolder())
  const child = startChild(folder, { timeoutSeconds, memoryBytes })
  const guards = new Guards(child, timeoutSeconds, memoryBytes, signal)
  const endWatch = child.pid === undefined ? () => undefined : endWithParent(child.pid, folder)
  try {
    return await answerOf(child, job, guards, onStep)
  } finally {
    guards.end()
    child.kill('SIGKILL')
    endWatch()
    if (given === undefined) await rm(folder, { recursive: true, force: true })
  }
}

/** The child sees none of the server's settings. */
function startChild(folder: string, limits: ChildLimits): ChildProcess {
  const node = [process.execPath, '--no-warnings', fileURLToPath(new URL('./child.ts', import.meta.url))]
  const { PATH, HOME, LD_LIBRARY_PATH, CUDA_VISIBLE_DEVICES } = process.env
  const env = Object.fromEntries(Object.entries({ PATH, HOME, LD_LIBRARY_PATH, CUDA_VISIBLE_DEVICES }).filter(([, value]) => value !== undefined))
  const [command, ...rest] = commandWithin(limits, node)
  return spawn(command!, rest, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'], serialization: 'advanced' })
}

/** Ends a child that takes too long, uses too much or is not wanted any more, and knows why. */
class Guards {
  readonly #child: ChildProcess
  readonly #timers: NodeJS.Timeout[]
  readonly #signal: AbortSignal | undefined
  reason: Error | undefined

  constructor(child: ChildProcess, timeoutSeconds: number, memoryBytes: number, signal: AbortSignal | undefined) {
    this.#child = child
    this.#signal = signal
    this.#timers = [setTimeout(() => this.#stop(timedOut(timeoutSeconds)), timeoutSeconds * 1000), setInterval(() => this.#checkMemory(memoryBytes), 100)]
    signal?.addEventListener('abort', this.#abort, { once: true })
    if (signal?.aborted) this.#abort()
  }

  end(): void {
    for (const timer of this.#timers) clearTimeout(timer)
    this.#signal?.removeEventListener('abort', this.#abort)
  }

  readonly #abort = (): void => this.#stop(this.#signal!.reason as Error)

  #checkMemory(most: number): void {
    if ((residentBytesOf(this.#child.pid!) ?? 0) > most) this.#stop(outOfMemory(most))
  }

  #stop(reason: Error): void {
    this.reason ??= reason
    this.#child.kill('SIGKILL')
  }
}

export const timedOut = (seconds: number) => new BenchcastError('run_timed_out', `The run was ended after ${seconds} s: allow more time, or choose a smaller model or batch.`)

export const outOfMemory = (most: number) =>
  new BenchcastError('run_out_of_memory', `The run wanted more than ${(most / 2 ** 30).toPrecision(2)} GiB of memory: choose a smaller model or batch, or allow more.`)

/** The runtime's words when an allocation is refused. */
const NO_MEMORY = /bad_alloc|failed to allocate|out of memory|cannot allocate/i
/** Of what a child printed, the end is kept. */
const KEPT_CHARACTERS = 2000

function answerOf(child: ChildProcess, job: ChildJob, guards: Guards, onStep: ChildOptions['onStep']): Promise<ChildMessage> {
  return new Promise((resolve, reject) => {
    let printed = ''
    child.stderr!.on('data', (text: Buffer) => {
      printed = (printed + text.toString()).slice(-KEPT_CHARACTERS)
    })
    child.on('error', (error) => reject(new BenchcastError('run_crashed', `The process for the run could not be started: ${error.message}.`)))
    child.once('exit', (code, signal) => {
      const end = () => reject(guards.reason ?? crash(code, signal, printed))
      // An answer sent just before the end may still be on its way.
      if (child.connected) child.once('disconnect', end)
      else end()
    })
    child.on('message', (message: ChildMessage) => {
      if (message.kind === 'ready') child.send(job)
      else if (message.kind === 'step') onStep?.(message)
      else if (message.kind === 'failed') reject(runFailure(message))
      else resolve(message)
    })
  })
}

/** What the runtime said when it failed, as an error. */
export function runFailure({ message, code }: Pick<Extract<ChildMessage, { readonly kind: 'failed' }>, 'message' | 'code'>): BenchcastError {
  if (code !== undefined) return new BenchcastError(code, message)
  return NO_MEMORY.test(message) ? new BenchcastError('run_out_of_memory', `The runtime had not enough memory: ${message}`) : new BenchcastError('run_failed', message)
}

function crash(code: number | null, signal: string | null, printed: string): BenchcastError {
  if (NO_MEMORY.test(printed)) return new BenchcastError('run_out_of_memory', 'The run had not enough memory and was ended by the system: choose a smaller model or batch, or allow more.')
  return new BenchcastError('run_crashed', `The runtime ended ${signal === null ? `with exit code ${code}` : `by ${signal}`} in the middle of the run; nothing else was touched.`)
}

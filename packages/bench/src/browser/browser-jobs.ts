import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'
import type { MeasureJob, RunJob } from '../runner/protocol.ts'
import { type ChildOptions, runFailure, timedOut, USUAL_LIMITS } from '../runner/run-in-child.ts'
import { decodeAnswer, decodeStep } from './decode-answer.ts'
import { externalFiles } from './external-files.ts'
import { BROWSER_PROVIDERS, type BrowserProvider, isBrowserProvider } from './providers.ts'
import type { PageAnswer, PageJob } from './wire.ts'

export type BrowserJob = (MeasureJob | RunJob) & { readonly title?: string; readonly next?: string }

/** A job that waits for a browser to do it. */
export interface OpenBrowserJob {
  readonly token: string
  /** Where the page is, below the address that the handler is mounted at. */
  readonly path: string
  /** Rejects as `measureInChild` does, and with `browser_unavailable` when the browser cannot do it. */
  readonly answer: Promise<Extract<PageAnswer, { readonly kind: 'measured' | 'ran' }>>
}

/** What the handler needs to know of one job. */
export interface KnownJob {
  readonly page: PageJob
  /** Files the page may ask for, by the name it asks with: a path, or bytes. */
  readonly files: ReadonlyMap<string, string | Uint8Array>
  step(value: unknown): void
  /** Throws `invalid_data` when the answer cannot be true; the job then waits on. */
  answer(value: unknown): void
}

const TOKEN_BYTES = 24

/**
 * Jobs for browsers, each known by a random token that is its only key. A job ends with the first answer that can be true, when its time is over, or when it is aborted; its token
 * is worth nothing afterwards.
 *
 * @example
 * const jobs = new BrowserJobs()
 * const { path, answer } = await jobs.open({ kind: 'measure', modelPath, inputs, providers: ['webgpu'], method: PROFILES.quick, seed: 7 })
 */
export class BrowserJobs {
  readonly #known = new Map<string, KnownJob>()

  find(token: string): KnownJob | undefined {
    return this.#known.get(token)
  }

  async open(job: BrowserJob, { limits, signal, onStep }: ChildOptions = {}): Promise<OpenBrowserJob> {
    signal?.throwIfAborted()
    const { page, files } = await pageJob(job)
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    const { promise, resolve, reject } = Promise.withResolvers<PageAnswer>()
    const { timeoutSeconds } = { ...USUAL_LIMITS, ...limits }
    const timer = setTimeout(() => reject(timedOut(timeoutSeconds)), timeoutSeconds * 1000)
    const abort = () => reject(signal!.reason as Error)
    signal?.addEventListener('abort', abort, { once: true })
    const opened = performance.now()
    const accept = (value: unknown) => resolve(decodeAnswer(value, (performance.now() - opened) / 1000))
    this.#known.set(token, { page, files, step: (value) => onStep?.({ kind: 'step', ...decodeStep(value) }), answer: accept })
    const answer = promise.then(doneOrThrow).finally(() => {
      this.#known.delete(token)
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
    })
    answer.catch(() => undefined)
    return { token, path: `${token}/`, answer }
  }
}

function doneOrThrow(answer: PageAnswer): Extract<PageAnswer, { readonly kind: 'measured' | 'ran' }> {
  if (answer.kind === 'failed') throw runFailure({ message: answer.message })
  if (answer.kind === 'unavailable') throw new BenchcastError('browser_unavailable', answer.message)
  return answer
}

/** The page's view of a job: addresses in place of paths and bytes. */
async function pageJob(job: BrowserJob): Promise<Pick<KnownJob, 'page' | 'files'>> {
  const provider = providerOf(job)
  const { runtime, title: providerTitle, remedy } = BROWSER_PROVIDERS[provider]
  const files = new Map<string, string | Uint8Array>([['model', job.modelPath]])
  const names = await externalFiles(job.modelPath)
  for (const [i, name] of names.entries()) files.set(`weights-${i}`, join(dirname(job.modelPath), name))
  const feeds = (job.kind === 'measure' ? [job.inputs] : job.feeds).map((inputs, feed) =>
    inputs.map(({ bytes, ...input }, i) => {
      files.set(`input-${feed}-${i}`, bytes)
      return { ...input, data: `files/input-${feed}-${i}` }
    }),
  )
  const page: PageJob = {
    kind: job.kind,
    title: job.title ?? 'Measure a model in this browser',
    provider,
    providerTitle,
    remedy,
    runtime: `../runtime/${runtime}`,
    model: 'files/model',
    externalData: names.map((path, i) => ({ path, data: `files/weights-${i}` })),
    feeds,
    seed: job.kind === 'measure' ? job.seed : 0,
    ...(job.kind === 'measure' && { method: job.method }),
    ...(job.threads !== undefined && { threads: job.threads }),
    ...(job.next !== undefined && { next: job.next }),
  }
  return { page, files }
}

function providerOf({ providers }: BrowserJob): BrowserProvider {
  const [provider] = providers
  if (!isBrowserProvider(provider)) throw new BenchcastError('browser_unavailable', `No browser has '${provider}': choose one of ${Object.keys(BROWSER_PROVIDERS).join(', ')}.`)
  return provider
}

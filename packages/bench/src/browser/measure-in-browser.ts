import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MeasureJob, RunJob } from '../runner/protocol.ts'
import { type ChildOptions, USUAL_LIMITS } from '../runner/run-in-child.ts'
import { type BrowserJob, BrowserJobs, type OpenBrowserJob } from './browser-jobs.ts'
import { startChromium } from './chromium.ts'
import { pageHandler } from './page-handler.ts'
import type { BrowserProvider } from './providers.ts'
import { TreeWatch } from './tree-watch.ts'
import type { BrowserFacts, BrowserMeasurement, BrowserOutcome, PageAnswer } from './wire.ts'

/**
 * Measures a model in a headless Chromium with `wasm`, `webgpu` or `webnn`, as `measureInChild` does in a process of ONNX Runtime's own.
 *
 * Throws what `measureInChild` throws, and `browser_unavailable` without a browser or when it has not what is asked for.
 */
export async function measureInBrowser(job: MeasureJob, options?: ChildOptions): Promise<BrowserMeasurement> {
  const { answer, seen } = await inBrowser(job, options)
  const { result } = answer as Extract<PageAnswer, { readonly kind: 'measured' }>
  return { ...result, ...seen }
}

/** Runs a model in a headless Chromium on given inputs, once each, and says what ran it. Throws as `measureInBrowser` does. */
export async function runFeedsInBrowser(job: RunJob, options?: ChildOptions): Promise<{ readonly outputs: readonly BrowserOutcome[]; readonly browser: BrowserFacts }> {
  const { answer } = await inBrowser(job, options)
  return answer as Extract<PageAnswer, { readonly kind: 'ran' }>
}

interface Done {
  readonly answer: Awaited<OpenBrowserJob['answer']>
  /** What the browser used, where the system tells. */
  readonly seen: ReturnType<TreeWatch['seen']>
}

/** Serves the page to a browser of its own until the job is done. Whatever happens both are gone afterwards, and so is the job. */
async function inBrowser(job: BrowserJob, { limits, signal, onStep }: ChildOptions = {}): Promise<Done> {
  const jobs = new BrowserJobs()
  const over = new AbortController()
  const seen: { watch?: TreeWatch | undefined } = {}
  const tell: ChildOptions['onStep'] = (step) => {
    seen.watch?.step(step)
    onStep?.(step)
  }
  const open = await jobs.open(job, { ...(limits && { limits }), signal: AbortSignal.any([over.signal, ...(signal ? [signal] : [])]), onStep: tell })
  const server = await serve(jobs)
  const mark = `--benchcast-run=${randomUUID()}`
  try {
    const browser = await startChromium(job.providers[0] as BrowserProvider, mark)
    try {
      seen.watch = TreeWatch.of(mark, limits?.memoryBytes ?? USUAL_LIMITS.memoryBytes)
      const { port } = server.address() as AddressInfo
      const opened = browser.page.goto(`http://127.0.0.1:${port}/${open.path}#start`).then(() => open.answer)
      const answer = await Promise.race([open.answer, opened, browser.gone, ...(seen.watch ? [seen.watch.tooMuch] : [])])
      return { answer, seen: seen.watch?.seen() }
    } finally {
      seen.watch?.end()
      await browser.close()
    }
  } finally {
    over.abort()
    server.closeAllConnections()
    server.close()
  }
}

function serve(jobs: BrowserJobs): Promise<Server> {
  const handle = pageHandler(jobs)
  const server = createServer((request, response) => void handle(request, response, request.url!.slice(1)))
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

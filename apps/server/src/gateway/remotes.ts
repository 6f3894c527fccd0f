import type { ComponentName, PartName } from '@benchcast/core/api'
import type { Upstream } from './upstream.ts'

const PROBE_MS = 2000
const PROBE_LIMIT_MS = 2000

/** The components that are in other processes. */
export class Remotes {
  readonly #upstreams: ReadonlyMap<ComponentName, Upstream>
  #timer: NodeJS.Timeout | undefined

  constructor(upstreams: ReadonlyMap<ComponentName, Upstream>) {
    this.#upstreams = upstreams
  }

  get names(): readonly ComponentName[] {
    return [...this.#upstreams.keys()]
  }

  /** Where a part is; undefined when it is in this process. */
  of(part: PartName | undefined): Upstream | undefined {
    return part === undefined ? undefined : this.#upstreams.get(part as ComponentName)
  }

  /** Resolves when the services that belong to this process answer. */
  async ready(): Promise<void> {
    await this.watch()
  }

  /** Asks every service for its health now, and from time to time from then on. */
  async watch(): Promise<void> {
    if (this.#upstreams.size === 0) return
    this.#timer ??= setInterval(() => void this.#probe(), PROBE_MS).unref()
    await this.#probe()
  }

  async #probe(): Promise<void> {
    await Promise.all([...new Set(this.#upstreams.values())].map(probe))
  }

  async close(): Promise<void> {
    clearInterval(this.#timer)
    await Promise.all([...new Set(this.#upstreams.values())].map((upstream) => upstream.close()))
  }
}

async function probe(upstream: Upstream): Promise<void> {
  const answer = upstream.url === undefined ? undefined : await fetch(`${upstream.url}/health`, { signal: AbortSignal.timeout(PROBE_LIMIT_MS) }).catch(() => undefined)
  await answer?.arrayBuffer().catch(() => undefined)
  upstream.isHealthy = answer?.ok ?? false
  // What was asked in vain may be asked again as soon as it is known to answer.
  if (upstream.isHealthy && upstream.breaker.isOpen) upstream.breaker.succeeded()
}

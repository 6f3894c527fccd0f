import type { ComponentName, PartName } from '@benchcast/core/api'
import type { Child } from './child.ts'
import type { NamedAddress } from './listeners.ts'
import type { Upstream } from './upstream.ts'

const PROBE_MS = 2000
const PROBE_LIMIT_MS = 2000

/** The components that are in other processes. */
export class Remotes {
  readonly #upstreams: ReadonlyMap<ComponentName, Upstream>
  readonly #children: readonly Child[]
  #timer: NodeJS.Timeout | undefined

  constructor(upstreams: ReadonlyMap<ComponentName, Upstream>, children: readonly Child[] = []) {
    this.#upstreams = upstreams
    this.#children = children
  }

  get names(): readonly ComponentName[] {
    return [...this.#upstreams.keys()]
  }

  /** Where the services are. */
  get addresses(): readonly NamedAddress[] {
    return [...new Set(this.#upstreams.values())].flatMap(({ title, url }) => (url === undefined ? [] : [{ title, url }]))
  }

  /** Where a part is; undefined when it is in this process. */
  of(part: PartName | undefined): Upstream | undefined {
    return part === undefined ? undefined : this.#upstreams.get(part as ComponentName)
  }

  /** Starts the processes that belong to this one; resolves when all of them answer. Every service is asked for its health from then on. */
  async ready(): Promise<void> {
    if (this.#upstreams.size === 0) return
    process.once('exit', this.#killAll)
    for (const children of [false, true].map((told) => this.#children.filter(({ isTold }) => isTold === told))) await Promise.all(children.map((child) => child.start()))
    this.#timer ??= setInterval(() => void this.#probe(), PROBE_MS).unref()
    await this.#probe()
  }

  async #probe(): Promise<void> {
    await Promise.all([...new Set(this.#upstreams.values())].map(probe))
  }

  /** When this process is told to end at once, so are the others. */
  readonly #killAll = (): void => {
    for (const child of this.#children) child.kill()
  }

  /** Ends the processes that belong to this one, once they have answered what they were asked. */
  async endProcesses(): Promise<void> {
    clearInterval(this.#timer)
    await Promise.all(this.#children.map((child) => child.stop()))
  }

  /** Ends the processes, and the connections to services elsewhere. */
  async close(): Promise<void> {
    await this.endProcesses()
    process.off('exit', this.#killAll)
    for (const upstream of new Set(this.#upstreams.values())) upstream.close()
  }
}

async function probe(upstream: Upstream): Promise<void> {
  const answer = upstream.url === undefined ? undefined : await fetch(`${upstream.url}/health`, { signal: AbortSignal.timeout(PROBE_LIMIT_MS) }).catch(() => undefined)
  await answer?.arrayBuffer().catch(() => undefined)
  upstream.isHealthy = answer?.ok ?? false
  // What was asked in vain may be asked again as soon as it is known to answer.
  if (upstream.isHealthy && upstream.breaker.isOpen) upstream.breaker.succeeded()
}

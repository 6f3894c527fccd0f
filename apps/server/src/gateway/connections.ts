import * as http from 'node:http'
import * as https from 'node:https'
import { urlToHttpOptions } from 'node:url'

/** How long a connection is kept that nobody uses: shorter than services keep theirs, so that they seldom close one that is just used again. */
const IDLE_MS = 4000
const MOST_IDLE = 1024

/** What is sent to a service. */
export interface Sent {
  readonly method: string
  /** Path and query. */
  readonly path: string
  /** Names and values in turns. */
  readonly headers: readonly string[]
}

/**
 * Connections to one service, kept for the next request. As many as there are callers: they wait for long answers, and the number of callers is bounded.
 *
 * @example const request = new Connections('http://127.0.0.1:8002').request({ method: 'GET', path: '/health', headers: [] })
 */
export class Connections {
  readonly #agent: http.Agent
  readonly #request: typeof http.request
  readonly #hostname: string | null | undefined
  readonly #port: number | string | null | undefined
  readonly #host: string

  constructor(url: string) {
    const { request, Agent } = url.startsWith('https:') ? https : http
    const { host } = new URL(url)
    const { hostname, port } = urlToHttpOptions(new URL(url))
    this.#agent = new Agent({ keepAlive: true, timeout: IDLE_MS, maxFreeSockets: MOST_IDLE })
    this.#request = request
    this.#hostname = hostname
    this.#port = port
    this.#host = host
  }

  /** A request with its head, whose body is still to be written. */
  request({ method, path, headers }: Sent): http.ClientRequest {
    return this.#request({ agent: this.#agent, hostname: this.#hostname, port: this.#port, method, path, headers: ['host', this.#host, ...headers], setDefaultHeaders: false })
  }

  /** Breaks all of them. */
  close(): void {
    this.#agent.destroy()
  }
}

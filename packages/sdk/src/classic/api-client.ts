import type { ClientOptions } from '../core/options.ts'
import type * as T from '../generated/types.ts'
import { type Camelized, onWire } from './camel-case.ts'
import { ClassicClient, lastState, type Waiting, waitOptions } from './classic-client.ts'

/**
 * Tests models on the machine of the server, under the original names. Faults are thrown.
 *
 * @example
 * const client = new ApiClient('http://localhost:8080')
 * const { run_id } = await client.runTest({ modelName: 'bert-base-uncased', hardware: 'cpu' })
 * const { results } = await client.monitorTest(run_id)
 */
export class ApiClient extends ClassicClient {
  #watching: AbortController | undefined
  #updates: AsyncGenerator<T.TestStatus> | undefined

  constructor(options: string | ClientOptions = {}) {
    super(options, 'http://localhost:8000')
  }

  async runTest(options: Camelized<T.StartModelTestRequest>): Promise<T.StartModelTestResponse> {
    return this.client.tests.start(onWire(options))
  }

  async getTestStatus(runId: string): Promise<T.TestStatus> {
    return this.client.tests.status(runId)
  }

  async getTestResults(runId: string): Promise<T.TestResults> {
    return this.client.tests.results(runId)
  }

  async cancelTest(runId: string): Promise<T.CancelModelTestResponse> {
    return this.client.tests.cancel(runId)
  }

  /** Asks until the run is completed, failed or cancelled, and gives its results. Throws WaitTimeoutError after `timeout` seconds. */
  monitorTest(runId: string, options: Omit<Waiting<T.TestStatus>, 'wait'> = {}): Promise<T.TestResults> {
    return this.#results(this.client.withOptions({ WebSocket: null }), runId, options)
  }

  /** The same on a WebSocket; asks where none can be opened. */
  monitorTestWs(runId: string, callback?: (status: T.TestStatus) => void, { timeout }: Pick<Waiting, 'timeout'> = {}): Promise<T.TestResults> {
    return this.#results(this.client, runId, { timeout, onProgress: callback })
  }

  /** Begins to follow a run; {@link receiveUpdates} gives what is heard of it. */
  async connectWebsocket(runId: string): Promise<void> {
    await this.closeWebsocket()
    this.#watching = new AbortController()
    this.#updates = this.client.tests.watch(runId, { signal: this.#watching.signal })
  }

  /** Every status of the run that is followed, until its end. */
  async *receiveUpdates(): AsyncGenerator<T.TestStatus> {
    if (this.#updates === undefined) throw new TypeError('Nothing is followed: call connectWebsocket(runId) first.')
    yield* this.#updates
  }

  /** Stops following. */
  async closeWebsocket(): Promise<void> {
    this.#watching?.abort()
    this.#updates = undefined
  }

  async #results(client: ApiClient['client'], runId: string, options: Waiting<T.TestStatus>): Promise<T.TestResults> {
    await lastState(client.tests.wait(runId, waitOptions(options)), (error) => Promise.reject(error))
    return client.tests.results(runId)
  }
}

import type { ClientOptions } from '../core/options.ts'
import type * as T from '../generated/types.ts'
import { type Camelized, onWire } from './camel-case.ts'
import { ClassicClient, lastState, type Waiting, waitOptions } from './classic-client.ts'
import { type Fault, type Late, orFault } from './faults.ts'

const DEFAULT_SECONDS = 600

/** What to measure: one model on one platform; other fields as the API has them. */
type OneBenchmark = Omit<Camelized<T.StartSpeedBenchmarkRequest>, 'modelName' | 'hardware' | 'batchSize'> & {
  readonly modelName: string
  readonly hardware?: string
  readonly batchSize?: number
} & Waiting<T.SpeedBenchmarkStatus>

/**
 * Speed measured on the machine of the server, under the original names. Faults are answers: `{ error, status_code }`; lists throw.
 *
 * @example
 * const answer = await new BenchmarkApiClient('http://localhost:8080').runBenchmark({ modelName: 'bert-base-uncased', hardware: 'cpu', batchSize: 8, wait: true })
 * if ('result' in answer) console.log(answer.result?.metrics.latency)
 */
export class BenchmarkApiClient extends ClassicClient {
  constructor(options: string | ClientOptions = {}) {
    super(options, 'http://localhost:8080')
  }

  /** Without `wait` the id and status; with it the results when it completed, else its last state. */
  runBenchmark({
    modelName,
    hardware = 'cpu',
    batchSize = 1,
    wait = false,
    timeout = DEFAULT_SECONDS,
    onProgress,
    ...config
  }: OneBenchmark): Promise<T.StartSpeedBenchmarkResponse | T.SpeedBenchmarkResults | T.SpeedBenchmarkStatus | Fault | Late> {
    return orFault(async () => {
      const started = await this.client.benchmarks.start({ ...onWire(config), models: [modelName], hardware: [hardware], batch_sizes: [batchSize] } as T.StartSpeedBenchmarkRequest)
      return wait ? this.#results(started.run_id, { timeout, onProgress }) : started
    })
  }

  startBenchmark(config: Camelized<T.StartSpeedBenchmarkRequest> = {}): Promise<T.StartSpeedBenchmarkResponse | Fault> {
    return orFault(() => this.client.benchmarks.start(onWire(config)))
  }

  getStatus(runId: string): Promise<T.SpeedBenchmarkStatus | Fault> {
    return orFault(() => this.client.benchmarks.status(runId))
  }

  getResults(runId: string): Promise<T.SpeedBenchmarkResults | Fault> {
    return orFault(() => this.client.benchmarks.results(runId))
  }

  /** The last status of a run; `callback` is called with every status. */
  monitorProgress(runId: string, callback?: (status: T.SpeedBenchmarkStatus) => void): Promise<T.SpeedBenchmarkStatus | Fault | Late> {
    return orFault(() => this.#ended(runId, { onProgress: callback }))
  }

  async listModels(): Promise<T.ListBenchmarkableModelsResponse> {
    return this.client.benchmarks.models()
  }

  async listHardware(): Promise<T.ListBenchmarkHardwareResponse> {
    return this.client.benchmarks.hardware()
  }

  async listReports(): Promise<T.ListSpeedBenchmarkReportsResponse> {
    return this.client.benchmarks.reports()
  }

  async queryResults(filters: Camelized<T.QuerySpeedBenchmarksRequest> = {}): Promise<T.QuerySpeedBenchmarksResponse> {
    return this.client.benchmarks.query(onWire(filters))
  }

  async #results(runId: string, options: Waiting<T.SpeedBenchmarkStatus>): Promise<T.SpeedBenchmarkResults | T.SpeedBenchmarkStatus | Late> {
    const state = await this.#ended(runId, options)
    return 'status' in state && state.status === 'completed' ? this.client.benchmarks.results(runId) : state
  }

  #ended(runId: string, options: Waiting<T.SpeedBenchmarkStatus>): Promise<T.SpeedBenchmarkStatus | Late> {
    return lastState<T.SpeedBenchmarkStatus, Late>(this.client.benchmarks.wait(runId, waitOptions(options)), ({ message }) => ({ error: message, run_id: runId }))
  }
}

import { ENDPOINTS, type EndpointName } from '@benchcast/core/api'
import { parsePart } from '../http/validate.ts'
import type { SpeedBenchmark } from '../measuring/configurations.ts'
import * as handlers from '../routes/speed-benchmarks.ts'
import { BENCHMARK_RUNS } from '../runs/benchmark.ts'
import { RunBook } from '../runs/run-book.ts'
import { ExampleMeasuring } from './example-measuring.ts'
import { withExampleQueue } from './example-queue.ts'

type Examples = Partial<Record<EndpointName, unknown>>

/** Models of the catalogue that are shown. */
const SHOWN_MODELS = 3

/** The answers that the Benchmark API really gives to the request shown as an example, from a database of its own in memory and a measurement that was made once. */
export function benchmarkExamples(): Promise<Examples> {
  const measuring = new ExampleMeasuring()
  return withExampleQueue(measuring, async (jobs, store) => {
    const run = parsePart(ENDPOINTS.startSpeedBenchmark.body!, ENDPOINTS.startSpeedBenchmark.examples!.request, 'body') as SpeedBenchmark
    const task = await jobs.submit(BENCHMARK_RUNS.kind, run)
    await task.ended(AbortSignal.timeout(30_000))
    const services = { store, measuring, jobs, runs: new RunBook(jobs, store) }
    const call = (params: object = {}, query: object = { limit: 100 }) => ({ params: { run_id: task.id, ...params }, query, services, reply: {} }) as never
    const results = await handlers.getSpeedBenchmarkResults(call())
    return {
      startSpeedBenchmark: JSON.parse(handlers.startedText(task.id, run, task.createdAt, measuring.pages)),
      getSpeedBenchmarkStatus: await handlers.getSpeedBenchmarkStatus(call()),
      getSpeedBenchmarkResults: results,
      getSpeedBenchmarkReport: results,
      cancelSpeedBenchmark: await handlers.cancelSpeedBenchmark(call()),
      listBenchmarkableModels: ((await handlers.listBenchmarkableModels(call())) as readonly unknown[]).slice(0, SHOWN_MODELS),
      listBenchmarkHardware: await handlers.listBenchmarkHardware(call()),
      listSpeedBenchmarkReports: await handlers.listSpeedBenchmarkReports(call()),
      querySpeedBenchmarks: await handlers.querySpeedBenchmarks(call()),
    }
  })
}

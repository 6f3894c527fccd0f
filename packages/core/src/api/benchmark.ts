import { z } from 'zod'
import { BENCHMARK_QUERY, RunSpeedBenchmarkRequest } from './benchmark-requests.ts'
import * as results from './benchmark-results.ts'
import { endpoint, STARTING_ERRORS } from './endpoint.ts'
import { name } from './schemas.ts'

const tag = 'Benchmark'
export const BENCHMARK_PREFIX = '/api/benchmark'

/** Documents of a run, with their media types. */
export const SPEED_REPORTS = { 'results.json': 'application/json', 'report.md': 'text/markdown', 'results.csv': 'text/csv' } as const
export type SpeedReport = keyof typeof SPEED_REPORTS

const run = z.object({ run_id: name(256).meta({ description: 'Id of a run.' }) })

export const startSpeedBenchmark = endpoint({
  method: 'POST',
  path: `${BENCHMARK_PREFIX}/run`,
  tag,
  scope: 'write:benchmarks',
  audit: 'model.run',
  summary: 'Measure how fast models are on this machine',
  description:
    'Each model is written with random weights from its layers (timing does not depend on their values, and nothing is downloaded), run in a process of its own, warmed up, and measured until its median is known. Every measured configuration becomes a measurement that predictions learn from. Platforms of a browser are measured in a headless Chromium, or in a browser that you open at the address that the answer names; GET /measure/ lists the runs that wait for one. Answers at once: read GET /status/{run_id}, or follow the WebSocket at /ws/{run_id}. Send an Idempotency-Key to be able to repeat the request safely.',
  body: RunSpeedBenchmarkRequest,
  output: results.StartedSpeedBenchmark,
  errors: [...STARTING_ERRORS, 'forbidden', 'unsafe_path', 'invalid_model'],
  examples: { request: { models: ['bert-base-uncased'], hardware: ['cpu'], batch_sizes: [1], precision: 'fp32', profile: 'quick' } },
})

export const getSpeedBenchmarkStatus = endpoint({
  method: 'GET',
  path: `${BENCHMARK_PREFIX}/status/{run_id}`,
  tag,
  scope: 'read',
  summary: 'How far a run is',
  params: run,
  output: results.SpeedBenchmarkStatus,
  errors: ['run_not_found', 'validation_failed'],
})

export const getSpeedBenchmarkResults = endpoint({
  method: 'GET',
  path: `${BENCHMARK_PREFIX}/results/{run_id}`,
  tag,
  scope: 'read',
  summary: 'What a run measured',
  params: run,
  output: results.SpeedBenchmarkResults,
  errors: ['run_not_found', 'run_not_completed', 'validation_failed'],
})

export const cancelSpeedBenchmark = endpoint({
  method: 'DELETE',
  path: `${BENCHMARK_PREFIX}/run/{run_id}`,
  tag,
  scope: 'tasks:cancel',
  summary: 'Cancel a run',
  description: 'What is being measured is ended at once; what was measured before stays. A run that has ended stays as it is. Answers with its status.',
  params: run,
  output: results.SpeedBenchmarkStatus,
  errors: ['run_not_found', 'validation_failed'],
})

export const listBenchmarkableModels = endpoint({
  method: 'GET',
  path: `${BENCHMARK_PREFIX}/models`,
  tag,
  scope: 'read',
  summary: 'Models that can be measured by name',
  output: z.array(results.BenchmarkableModel),
  errors: [],
})

export const listBenchmarkHardware = endpoint({
  method: 'GET',
  path: `${BENCHMARK_PREFIX}/hardware`,
  tag,
  scope: 'read',
  summary: 'What this machine can measure on',
  description: 'Found by asking the runtime. The processor is always there.',
  output: z.array(results.BenchmarkHardware),
  errors: [],
})

export const listSpeedBenchmarkReports = endpoint({
  method: 'GET',
  path: `${BENCHMARK_PREFIX}/reports`,
  tag,
  scope: 'read',
  summary: 'Documents of the runs that have ended, newest first',
  output: z.array(results.SpeedBenchmarkReports),
  errors: [],
})

export const getSpeedBenchmarkReport = endpoint({
  method: 'GET',
  path: `${BENCHMARK_PREFIX}/reports/{run_id}/{file}`,
  tag,
  scope: 'read',
  summary: 'One document of a run',
  description: 'results.json is what GET /results/{run_id} answers, report.md is a page to read, results.csv a table.',
  params: run.extend({ file: z.enum(Object.keys(SPEED_REPORTS) as SpeedReport[]).meta({ description: 'Which document.' }) }),
  output: results.SpeedBenchmarkResults,
  produces: Object.values(SPEED_REPORTS).filter((type) => type !== 'application/json'),
  errors: ['run_not_found', 'run_not_completed', 'validation_failed'],
})

export const querySpeedBenchmarks = endpoint({
  method: 'GET',
  path: `${BENCHMARK_PREFIX}/query`,
  tag,
  scope: 'read',
  summary: 'Measured configurations of all runs, newest first',
  query: BENCHMARK_QUERY,
  output: z.array(results.StoredBenchmarkResult),
  errors: ['validation_failed'],
})

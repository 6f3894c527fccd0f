import type { Benchmark } from './benchmark.ts'
import { cli } from './cli.ts'
import { database } from './database.ts'
import { gateway } from './gateway.ts'
import { growth } from './growth.ts'
import { largeLabels, largeProbabilities, largeRegression } from './large-request.ts'
import { live } from './live.ts'
import { measuring } from './measuring.ts'
import { overload } from './overload.ts'
import { predictBenchmark } from './predict.ts'
import { matrixAndFanOut, predictive } from './predictive.ts'
import { readJsonBenchmark } from './read-json.ts'
import { seedRequest } from './seed-request.ts'
import { soak } from './soak.ts'
import { start } from './start.ts'
import { trainTreesBenchmark } from './train-trees.ts'

/** Every benchmark, in the order it runs. */
export const BENCHMARKS: readonly Benchmark[] = [
  seedRequest,
  largeLabels,
  largeProbabilities,
  largeRegression,
  readJsonBenchmark,
  growth,
  start,
  trainTreesBenchmark,
  predictBenchmark,
  predictive,
  matrixAndFanOut,
  gateway,
  database,
  live,
  overload,
  cli,
  measuring,
  soak,
]

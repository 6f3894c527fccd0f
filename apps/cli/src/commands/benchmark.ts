import type { Command } from 'commander'
import { addApiCommand } from '../api/api-command.ts'
import type { AnswerOf } from '../api/result.ts'
import { rowsAnswer } from '../api/rows-answer.ts'
import { goingOn } from '../api/task-command.ts'
import type { Answer } from '../output/output.ts'
import { factsOf } from '../terminal/facts.ts'
import { watched } from './tasks.ts'

type Results = AnswerOf<'getSpeedBenchmarkResults'>

/** `benchcast benchmark`: speed benchmarks on the machine of a server. On this machine and without a server there is `benchcast bench`. */
export function benchmarkCommand(program: Command): void {
  program.command('benchmark').description('Measure models on the machine of a server, and read what was measured')
  const start = addApiCommand(program, {
    name: 'benchmark start',
    summary: 'Start a run; with --monitor follow it and print what it measured',
    endpoint: 'startSpeedBenchmark',
    positional: 'model_name',
    examples: [
      'benchmark start bert-base-uncased --hardware cpu --batch-sizes 1,8 --monitor',
      'benchmark start --priority critical --profile thorough',
      'benchmark start microsoft/resnet-50 --json --monitor',
    ],
    run: async (work, request) => {
      const started = await work.client.benchmarks.start(request, { signal: work.signal })
      for (const warning of started.warnings) work.output.note(`Warning: ${warning}`)
      if (work.flags.monitor !== true && !work.server.isEmbedded) return { started }
      await watched(work, started.run_id)
      return { results: await work.client.benchmarks.results(started.run_id, { signal: work.signal }) }
    },
    answer: (end) => ('results' in end ? resultsAnswer(end.results) : goingOn(end.started.run_id, end.started)),
  })
  start.option('--monitor', 'follow the run to its end')
  addApiCommand(program, {
    name: 'benchmark status',
    summary: 'How far a run is',
    endpoint: 'getSpeedBenchmarkStatus',
    positional: 'run_id',
    examples: ['benchmark status RUN'],
    run: ({ client, signal }, { run_id }: RunId) => client.benchmarks.status(run_id, { signal }),
    answer: (status) => ({ data: status, ids: () => [status.run_id], page: ({ width, ink }) => factsOf(status, width, ink) }),
  })
  addApiCommand(program, {
    name: 'benchmark monitor',
    summary: 'Follow a run to its end and print what it measured',
    endpoint: 'getSpeedBenchmarkStatus',
    positional: 'run_id',
    examples: ['benchmark monitor RUN', 'benchmark monitor RUN --timeout 3600'],
    run: async (work, { run_id }: RunId) => {
      await watched(work, run_id)
      return work.client.benchmarks.results(run_id, { signal: work.signal })
    },
    answer: resultsAnswer,
  })
  addApiCommand(program, {
    name: 'benchmark results',
    summary: 'What a run measured',
    endpoint: 'getSpeedBenchmarkResults',
    positional: 'run_id',
    examples: ['benchmark results RUN', 'benchmark results RUN --format csv'],
    run: ({ client, signal }, { run_id }: RunId) => client.benchmarks.results(run_id, { signal }),
    answer: resultsAnswer,
  })
}

interface RunId {
  readonly run_id: string
}

function resultsAnswer(results: Results): Answer {
  const rows = Object.entries(results.results).flatMap(([model_name, byHardware]) =>
    Object.entries(byHardware).flatMap(([hardware_platform, { batches }]) => batches.map((batch) => ({ model_name, hardware_platform, ...batch }))),
  )
  const foot = results.warnings.length === 0 ? {} : { foot: results.warnings.join(' ') }
  const answer = rowsAnswer(results, rows, { columns: COLUMNS, id: 'measurement_id', none: 'The run measured nothing.', ...foot })
  return { ...answer, ids: () => [results.run_id], rows: () => rows.map(({ statistics: _, flags: _1, prediction: _2, ...row }) => row) }
}

const COLUMNS = ['model_name', 'hardware_platform', 'batch_size', 'status', 'throughput_items_per_second', 'average_latency_ms', 'memory_peak_mb', 'reused', 'error']

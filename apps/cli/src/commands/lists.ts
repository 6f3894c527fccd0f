import type { EndpointName } from '@benchcast/core/api'
import type { Benchcast, RequestOptions } from '@benchcast/sdk'
import type { Command } from 'commander'
import { addApiCommand } from '../api/api-command.ts'
import { rowsAnswer } from '../api/rows-answer.ts'

type Row = Readonly<Record<string, unknown>>

/** A list of the API as a command: its facts. */
interface Listing {
  readonly name: string
  readonly aliases?: readonly string[]
  readonly summary: string
  readonly endpoint: EndpointName
  readonly ask: (client: Benchcast, request: never, options: RequestOptions) => PromiseLike<unknown>
  /** Field of the answer that holds the rows; the answer itself when absent. */
  readonly key?: string
  readonly columns: readonly string[]
  readonly id: string
  readonly none: string
  /** What is said below the rows besides. */
  readonly foot?: (answer: Row) => string
  readonly examples: readonly string[]
}

const LISTS: readonly Listing[] = [
  {
    name: 'predictions',
    aliases: ['list-predictions'],
    summary: 'Predictions that were made, newest first',
    endpoint: 'listPredictions',
    ask: (client, request, options) => client.predictions.list(request, options),
    key: 'predictions',
    columns: ['model_name', 'timestamp', 'hardware_platform', 'batch_size', 'precision', 'throughput', 'latency', 'memory_usage', 'prediction_source', 'prediction_id'],
    id: 'prediction_id',
    none: 'Nothing was predicted yet: benchcast predict MODEL.',
    examples: ['predictions', 'predictions --model bert-base-uncased --hardware cuda --limit 50', 'predictions --format csv > predictions.csv'],
  },
  {
    name: 'measurements',
    aliases: ['list-measurements'],
    summary: 'Measurements that were recorded, newest first',
    endpoint: 'listMeasurements',
    ask: (client, request, options) => client.measurements.list(request, options),
    key: 'measurements',
    columns: ['model_name', 'timestamp', 'hardware_platform', 'batch_size', 'precision', 'throughput', 'latency', 'memory_usage', 'measurement_source', 'measurement_id'],
    id: 'measurement_id',
    none: 'Nothing was measured yet: benchcast bench, benchcast record or benchcast import.',
    examples: ['measurements', 'measurements --model bert-base-uncased --days 7', 'measurements --json'],
  },
  {
    name: 'recommendations',
    aliases: ['list-recommendations'],
    summary: 'Recommendations that were made, newest first, and what became of them',
    endpoint: 'listRecommendations',
    ask: (client, request, options) => client.recommendations.list(request, options),
    key: 'recommendations',
    columns: ['model_name', 'timestamp', 'primary_recommendation', 'batch_size', 'precision', 'was_accepted', 'user_feedback', 'recommendation_id'],
    id: 'recommendation_id',
    none: 'Nothing was recommended yet: benchcast recommend MODEL.',
    examples: ['recommendations', 'recommendations --accepted yes --days 30', 'recommendations -q'],
  },
  {
    name: 'models',
    summary: 'Models that can be measured, tested and predicted by name',
    endpoint: 'listBenchmarkableModels',
    ask: (client, _, options) => client.benchmarks.models(options),
    columns: ['name', 'family', 'type', 'modality'],
    id: 'name',
    none: 'There are no models.',
    examples: ['models', 'models -q | grep bert', 'models --json'],
  },
  {
    name: 'hardware',
    summary: 'What the machine of the server can measure on',
    endpoint: 'listBenchmarkHardware',
    ask: (client, _, options) => client.benchmarks.hardware(options),
    columns: ['name', 'device', 'memory_gb'],
    id: 'name',
    none: 'There is no hardware.',
    examples: ['hardware', 'hardware --json'],
  },
  {
    name: 'predictors list',
    summary: 'Stored predictors, newest first',
    endpoint: 'listPredictionModels',
    ask: (client, request, options) => client.predictors.list(request, options),
    key: 'models',
    columns: ['model_id', 'serving', 'timestamp', 'model_type', 'target_metric', 'hardware_platform', 'validation_score'],
    foot: (answer) => (answer.serving_model_id === 'prior' ? 'The shipped predictor (prior) serves.' : ''),
    id: 'model_id',
    none: 'The shipped predictor serves. benchcast train makes one of your measurements.',
    examples: ['predictors list', 'predictors list --json'],
  },
  {
    name: 'benchmark models',
    summary: 'Models that can be measured by name',
    endpoint: 'listBenchmarkableModels',
    ask: (client, _, options) => client.benchmarks.models(options),
    columns: ['name', 'family', 'type', 'modality'],
    id: 'name',
    none: 'There are no models.',
    examples: ['benchmark models'],
  },
  {
    name: 'benchmark hardware',
    summary: 'What the machine of the server can measure on',
    endpoint: 'listBenchmarkHardware',
    ask: (client, _, options) => client.benchmarks.hardware(options),
    columns: ['name', 'device', 'memory_gb', 'simulation_mode'],
    id: 'name',
    none: 'There is no hardware.',
    examples: ['benchmark hardware'],
  },
  {
    name: 'benchmark reports',
    summary: 'Documents of the runs that have ended, newest first',
    endpoint: 'listSpeedBenchmarkReports',
    ask: (client, _, options) => client.benchmarks.reports(options),
    columns: ['run_id', 'status', 'reports', 'path'],
    id: 'run_id',
    none: 'No run has ended yet: benchcast benchmark start.',
    examples: ['benchmark reports', 'benchmark reports --json'],
  },
  {
    name: 'benchmark query',
    summary: 'Measured configurations of all runs, newest first',
    endpoint: 'querySpeedBenchmarks',
    ask: (client, request, options) => client.benchmarks.query(request, options),
    columns: ['model_name', 'created_at', 'hardware_type', 'batch_size', 'precision', 'throughput_items_per_second', 'average_latency_ms', 'memory_peak_mb', 'device_name'],
    id: 'model_name',
    none: 'Nothing was measured yet: benchcast benchmark start.',
    examples: ['benchmark query --model bert-base-uncased --hardware cpu', 'benchmark query --format csv > measured.csv'],
  },
]

/** Commands that list rows: one for each entry. */
export function listCommands(program: Command): void {
  for (const listing of LISTS) addListing(program, listing)
}

function addListing(program: Command, { ask, key, columns, id, none, foot = () => '', ...facts }: Listing): void {
  addApiCommand(program, {
    ...facts,
    run: async ({ client, signal }, request) => ask(client, request, { signal }),
    answer: (answer) => {
      const rows = (key === undefined ? answer : (answer as Row)[key]) as readonly object[]
      const { total } = answer as { readonly total?: number }
      const more = total !== undefined && total > rows.length ? `${rows.length} of ${total}; --limit and --offset show others.` : ''
      const below = [foot(answer as Row), more].filter((sentence) => sentence !== '').join(' ')
      return rowsAnswer(answer, rows, { columns, id, none, ...(below !== '' && { foot: below }) })
    },
  })
}

import { type Fingerprint, SCENARIOS } from '@benchcast/bench'
import type { SpeedBenchmarkResults } from '@benchcast/core/api'
import { counted } from '@benchcast/core/report'
import type { z } from 'zod'
import type { RecordOf } from '../storage/store.ts'
import { type SpeedBenchmark, shownConfiguration } from './configurations.ts'
import { keyOf } from './earlier-results.ts'
import { machineFacts } from './measured-facts.ts'
import { methodOf } from './runnable-question.ts'

type Row = RecordOf<'results'>
type Answer = z.output<typeof SpeedBenchmarkResults>
/** What a run says of itself once it is completed; id, status and times come with its record. */
export type ResultsDocument = Pick<Answer, 'config' | 'results' | 'result' | 'method' | 'machine' | 'warnings'>
type Entry = Answer['results'][string][string]['batches'][number]
type Facts = Partial<Pick<Entry, 'statistics' | 'flags' | 'prediction'>>

/** The answer of a run from the results of its configurations, of which at least one was measured; models, hardware and batch sizes as they were asked for. */
export function resultsDocument(runId: string, run: SpeedBenchmark, rows: readonly Row[], machine: Fingerprint): ResultsDocument {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]))
  const rowOf = (model_name: string, hardware: string, batch_size: number): Row => byKey.get(keyOf({ model_name, hardware, batch_size }))!
  const batchesOf = (model: string, hardware: string) => run.batch_sizes.map((batch) => rowOf(model, hardware, batch))
  const asked = run.models.flatMap((model) => run.hardware.flatMap((hardware) => batchesOf(model, hardware)))
  return {
    config: { ...run },
    results: Object.fromEntries(run.models.map((model) => [model, Object.fromEntries(run.hardware.map((hardware) => [hardware, onHardware(batchesOf(model, hardware), runId)]))])),
    result: headline(asked),
    method: methodFacts(run),
    machine: machineFacts(machine),
    warnings: [...requestWarnings(run), ...reuseWarning(asked, runId), ...asked.flatMap((row) => (row.error === null ? [] : [`${shownConfiguration(row as never)}: ${row.error}`]))],
  }
}

/** What of a request is not followed. */
export const requestWarnings = ({ skillset_dir }: Pick<SpeedBenchmark, 'skillset_dir'>): string[] =>
  skillset_dir == null ? [] : ['skillset_dir was not read: models are written from their own layers here.']

const figures = ({ throughput, latency, memory_usage }: Pick<Row, 'throughput' | 'latency' | 'memory_usage'>) => ({
  throughput_items_per_second: throughput,
  average_latency_ms: latency,
  memory_peak_mb: memory_usage,
})

const onHardware = (rows: readonly Row[], runId: string) => ({
  metrics: figures(rows.find(isMeasured) ?? { throughput: null, latency: null, memory_usage: null }),
  batches: rows.map((row) => entryOf(row, runId)),
})

const isMeasured = ({ status }: Row): boolean => status === 'completed'

function entryOf(row: Row, runId: string): Entry {
  const { statistics, flags, prediction } = row.metadata as Facts
  return {
    batch_size: row.batch_size,
    status: isMeasured(row) ? 'completed' : 'failed',
    ...figures(row),
    ...(row.error !== null && { error: row.error }),
    reused: row.run_id !== runId,
    measured_at: row.completed_at,
    simulation_mode: row.simulation_mode === 1,
    ...(statistics && { statistics }),
    ...(flags && { flags }),
    ...(prediction && { prediction }),
    measurement_id: row.sync_id,
  }
}

function headline(asked: readonly Row[]): Answer['result'] {
  const { model_name, hardware, batch_size, throughput, latency, memory_usage } = asked.find(isMeasured)!
  return { model_name, hardware, batch_size, metrics: { throughput: throughput!, latency: latency!, memory_usage } }
}

function methodFacts(run: SpeedBenchmark) {
  const { profile, scenario, threads } = run
  const { title, conforming } = SCENARIOS[scenario]
  const { longestSeconds, relativeHalfWidth } = methodOf(run)
  return {
    profile,
    scenario,
    title,
    threads: threads ?? null,
    longest_seconds: longestSeconds,
    relative_half_width: relativeHalfWidth,
    conforming: false,
    reason: `MLPerf ${title} asks for at least ${conforming.seconds} s and ${conforming.queries} queries; this run measured for at most ${longestSeconds} s.`,
  }
}

function reuseWarning(asked: readonly Row[], runId: string): string[] {
  const count = asked.filter(({ run_id }) => run_id !== runId).length
  return count === 0
    ? []
    : [`${counted(count, 'configuration')} of ${asked.length} had been measured before in the same way on this machine and kept the earlier figures: set incremental to false to measure again.`]
}

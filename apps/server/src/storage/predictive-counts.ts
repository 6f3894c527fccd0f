import { type Kysely, sql } from 'kysely'
import { SAMPLE } from './record-query.ts'
import type { Database } from './tables/index.ts'

/** Predictions and measurements that share a day, a model or a platform. Means are null where there is nothing to take them of. */
export interface PredictiveCount {
  readonly total_predictions: number
  readonly total_measurements: number
  readonly mean_relative_error: number | null
  /** Samples per second. */
  readonly mean_throughput: number | null
  /** ms of one batch. */
  readonly mean_latency: number | null
  /** MB. */
  readonly mean_memory_usage: number | null
  readonly latest: string
}

/** Counts by value, the last heard of first. */
export interface PredictiveCounts {
  readonly date: readonly (PredictiveCount & { readonly name: string })[]
  readonly model_name: readonly (PredictiveCount & { readonly name: string })[]
  readonly hardware: readonly (PredictiveCount & { readonly name: string })[]
}

type Line = PredictiveCount & { readonly [K in keyof PredictiveCounts]: string | null }

interface Filter {
  /** Microseconds since 1970. */
  readonly sinceUs?: bigint | undefined
  readonly model_name?: string | undefined
}

/** Whether predictions are judged by an error: not by one of invented rows, nor of a figure that nothing is learned from. */
export const IS_JUDGED_BY = sql<boolean>`(strpos(metadata, '"sample":true') = 0 AND strpos(metadata, '"ignored":true') = 0)`

/** Counts by day, model and platform, in one walk through the tables. */
export async function selectPredictiveCounts(db: Kysely<Database>, { sinceUs, model_name }: Filter): Promise<PredictiveCounts> {
  const conditions = [...(sinceUs === undefined ? [] : [sql`created_us >= ${sinceUs}`]), ...(model_name === undefined ? [] : [sql`model_name = ${model_name}`])]
  const and = sql.join(
    conditions.map((condition) => sql` AND ${condition}`),
    sql``,
  )
  const common = sql`substr(timestamp, 1, 10) AS date, model_name, hardware_platform AS hardware, timestamp`
  const { rows } = await sql<Line>`
    SELECT date, model_name, hardware, sum(predictions)::bigint AS total_predictions, sum(measurements)::bigint AS total_measurements, avg(relative_error) AS mean_relative_error,
      avg(throughput) AS mean_throughput, avg(latency) AS mean_latency, avg(memory_usage) AS mean_memory_usage, max(timestamp) AS latest
    FROM (
      SELECT ${common}, 1 AS predictions, 0 AS measurements, NULL::double precision AS relative_error, NULL::double precision AS throughput, NULL::double precision AS latency,
        NULL::double precision AS memory_usage FROM performance_predictions WHERE prediction_source <> ${SAMPLE} ${and}
      UNION ALL SELECT ${common}, 0, 1, NULL, throughput, latency, memory_usage FROM performance_measurements WHERE measurement_source <> ${SAMPLE} ${and}
      UNION ALL SELECT ${common}, 0, 0, relative_error, NULL, NULL, NULL FROM prediction_errors WHERE ${IS_JUDGED_BY} ${and}
    ) AS lines GROUP BY GROUPING SETS ((date), (model_name), (hardware)) ORDER BY latest DESC, date, model_name, hardware`.execute(db)
  const by = (key: keyof PredictiveCounts) => rows.flatMap(({ date, model_name: model, hardware, ...count }) => namedBy({ date, model_name: model, hardware }[key], count))
  return { date: by('date'), model_name: by('model_name'), hardware: by('hardware') }
}

const namedBy = (name: string | null, count: PredictiveCount) => (name === null ? [] : [{ name, ...count }])

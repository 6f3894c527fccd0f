import type { AnalyzePredictionsRequest } from '@benchcast/core/api'
import { analyzePredictions as analyze, PROVENANCES, type PredictionPair } from '@benchcast/core/predict'
import { counted } from '@benchcast/core/report'
import type { z } from 'zod'
import type { RecordOf } from '../storage/store.ts'
import { job } from './job.ts'

type Input = z.output<typeof AnalyzePredictionsRequest>
type Metadata = { readonly interval?: readonly [number, number]; readonly level?: number; readonly provenance?: string; readonly sample?: true; readonly ignored?: true }

/** Newest pairs that are looked at. */
const MOST_PAIRS = 100_000

/** How good predictions were, from the pairs of predictions and measurements. Invented pairs count only while there are no real ones. */
export const analyzePredictions = job<Input>({
  idKind: 'analysis',
  isCheap: () => false,
  run: async ({ model_name, hardware_platform, metric, days }, { store, now, progress }) => {
    const equals = { model_name: model_name ?? undefined, hardware_platform: hardware_platform ?? undefined, metric: metric ?? undefined }
    const sinceUs = days == null ? undefined : BigInt(Date.parse(now()) - days * 86_400_000) * 1000n
    const { rows } = await store.listRecords('errors', { limit: MOST_PAIRS, offset: 0, equals, sinceUs })
    progress(0.5, `Analysing ${counted(rows.length, 'comparison')}`)
    const real = rows.filter(({ metadata }) => (metadata as Metadata).sample !== true)
    const isSample = real.length === 0 && rows.length > 0
    const analysis = analyze((isSample ? rows : real).map(pairOf))
    if (!isSample) return { result: analysis }
    return { result: { ...analysis, overall: { ...analysis.overall, sample_data: true, note: 'Only sample data matches: these figures say nothing about real hardware.' } } }
  },
})

function pairOf({ measurement_id, metric, predicted_value, actual_value, hardware_platform, model_family, timestamp, metadata }: RecordOf<'errors'>): PredictionPair {
  const { interval, level, provenance, ignored } = metadata as Metadata
  return {
    metric: metric as PredictionPair['metric'],
    measurement: measurement_id,
    predicted: predicted_value,
    actual: actual_value,
    platform: hardware_platform,
    modelFamily: model_family,
    provenance: PROVENANCES.find((known) => known === provenance) ?? 'unknown',
    recordedAt: timestamp,
    ...(ignored && { isIgnored: true }),
    ...(interval && level !== undefined && { lower: interval[0], upper: interval[1], level }),
  }
}

import type { PredictHardwareRequest } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { PLATFORMS } from '@benchcast/core/hardware'
import { bestBatchSize, type Constraints, type Prediction, priceSource, type RankedHardware, type Ranking, rankHardware, whyExcluded } from '@benchcast/core/predict'
import type { z } from 'zod'
import { predictionAnswer } from '../predictions/answers.ts'
import { phaseOf } from '../predictions/phase.ts'
import { withPrecision } from '../predictions/precision.ts'
import { rounded } from '../predictions/rounded.ts'
import { figuresOf, predictionRequest, predictionRow } from '../predictions/rows.ts'
import { takenFor } from '../predictions/taken-for.ts'
import type { RecordOf } from '../storage/store.ts'
import { type JobContext, job } from './job.ts'
import { deviceFor } from './predict-performance.ts'

type Asked = z.output<typeof PredictHardwareRequest>
type Input = ReturnType<typeof withPrecision<Asked>>

/** Recommendations that feedback is counted over. */
const REMEMBERED = 5000

/** Ranks the available hardware for a model. */
export const predictHardware = job<Asked>({
  idKind: 'hardware',
  run: async (asked, context) => {
    const input = withPrecision(asked)
    const { predictions } = context
    const platforms = [...new Set(input.available_hardware ?? PLATFORMS)]
    const answers = await predictions.predict(platforms.map((platform) => predictionRequest(input, platform, deviceFor(input, platform))))
    const { family, assumption } = takenFor(input, answers, predictions)
    const ranking = rankHardware(answers, { objective: input.objective, constraints: constraintsOf(input), ...(input.prices && { prices: input.prices }), feedback: await feedbackOn(family, context) })
    const [best] = ranking.ranked
    if (best === undefined)
      throw new BenchcastError(
        'cannot_run',
        [`None of the available hardware can be recommended for ${input.model_name}.`, whyExcluded(ranking.excluded), ...(assumption === undefined ? [] : [assumption])].join(' '),
      )
    const shown = input.predict_performance ? predictionRow(best.prediction, context.newId('prediction'), context.now(), family) : undefined
    const recommendation = recommendationRow(input, family, ranking, context)
    const phase = phaseOf(best.prediction.request)
    const batch = bestBatchSize(await predictions.predictor(), best.prediction.request, input.objective, constraintsOf(input), best.price)
    return {
      result: {
        ...summaryOf(recommendation),
        ...(phase !== null && { phase }),
        model_size: best.prediction.parameters,
        model_size_category: sizeCategory(best.prediction.parameters),
        explanation: input.precision_from_name ? `${ranking.explanation} No precision was stated: the name of the model means ${input.precision} weights.` : ranking.explanation,
        prediction_source: best.prediction.provenance,
        ...(shown && { performance: performanceOf(best.prediction, shown.prediction_id) }),
        objective: ranking.objective,
        ranking: ranking.ranked.map(rankedAnswer),
        excluded: ranking.excluded.map(({ platform, device, reason }) => ({ hardware: platform, device, reason })),
        ...(batch && { best_batch_size: { batch_size: batch.batchSize, throughput: batch.throughput, latency: batch.latencyMs, reason: batch.reason } }),
      },
      records: { recommendations: [recommendation], ...(shown && { predictions: [shown] }) },
    }
  },
})

function constraintsOf({ constraints }: Input): Constraints {
  const { max_latency_ms: maxLatencyMs, max_memory_mb: maxMemoryMb, max_power_watts: maxPowerWatts, max_cost_per_hour: maxCostPerHour } = constraints ?? {}
  return Object.fromEntries(Object.entries({ maxLatencyMs, maxMemoryMb, maxPowerWatts, maxCostPerHour }).filter(([, limit]) => limit != null)) as Constraints
}

async function feedbackOn(family: string, { store, predictions }: JobContext) {
  if (store.feedback().size === 0) return []
  const { rows } = await store.listRecords('recommendations', { limit: REMEMBERED, offset: 0 })
  return predictions.feedbackOf(family, rows)
}

function recommendationRow(input: Input, family: string, { ranked, objective, explanation }: Ranking, { newId, now }: JobContext): RecordOf<'recommendations'> {
  const compatible = ranked.map(({ prediction }) => prediction.request.platform)
  const best = ranked[0]!
  const phase = phaseOf(best.prediction.request)
  const { model_name, batch_size, sequence_length, precision, mode } = input
  return {
    recommendation_id: newId('recommendation'),
    timestamp: now(),
    user_id: input.user_id ?? null,
    model_name,
    model_family: family,
    batch_size,
    sequence_length,
    precision,
    mode,
    primary_recommendation: compatible[0]!,
    fallback_options: compatible.slice(1),
    compatible_hardware: compatible,
    reason: explanation,
    metadata: { objective, device: best.prediction.device.name, probability_best: best.probabilityBest, ...(phase !== null && { phase }) },
  }
}

const summaryOf = ({
  primary_recommendation,
  fallback_options,
  compatible_hardware,
  model_family,
  model_name,
  batch_size,
  sequence_length,
  precision,
  mode,
  recommendation_id,
}: RecordOf<'recommendations'>) => ({
  primary_recommendation,
  alternative_recommendations: fallback_options,
  fallback_options,
  compatible_hardware,
  model_family,
  model_name,
  batch_size,
  sequence_length,
  precision,
  mode,
  recommendation_id,
})

const sizeCategory = (parameters: number): 'small' | 'medium' | 'large' => (parameters < 1e8 ? 'small' : parameters < 1e9 ? 'medium' : 'large')

function performanceOf(prediction: Prediction, predictionId: string) {
  const { throughput, latency, memory_usage, source, prediction_id, intervals } = predictionAnswer(prediction, predictionId)
  return { throughput, latency, memory_usage, source, prediction_id, intervals }
}

const rankedAnswer = ({ prediction, score, scoreUnit, probabilityBest, tiedWithBest, whyNot, feedbackShift, price }: RankedHardware) => ({
  hardware: prediction.request.platform,
  device: prediction.device.name,
  score: score.value,
  score_interval: [score.lower, score.upper],
  score_unit: scoreUnit,
  probability_best: probabilityBest,
  tied_with_best: tiedWithBest,
  ...(whyNot !== undefined && { why_not: whyNot }),
  feedback_shift: rounded(feedbackShift),
  ...(price && { price_per_hour: price.perHour, price_source: priceSource(price) }),
  ...figuresOf(prediction),
  provenance: prediction.provenance,
})

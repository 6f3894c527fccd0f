import type { Prediction, PredictionRequest, Predictor } from '../prediction.ts'
import { brokenLimit, type Constraints } from './constraints.ts'
import { goodnessOf, isFree, OBJECTIVE_FACTS, type ObjectiveName } from './objectives.ts'
import type { Price } from './price.ts'

/** The batch size that serves an objective best, within the constraints. */
export interface BestBatchSize {
  readonly batchSize: number
  readonly throughput: number
  readonly latencyMs: number
  readonly reason: string
}

const CANDIDATES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
/** A larger batch must gain at least this much: past that it only adds latency and memory. */
const WORTHWHILE = 0.03

/**
 * Tries batch sizes 1, 2, 4 ... 512 and takes the smallest that is within 3 % of the best score of the objective, of those that fit the memory and keep the constraints.
 * Undefined when none does.
 */
export function bestBatchSize(predictor: Predictor, request: PredictionRequest, objective: ObjectiveName, constraints: Constraints = {}, price?: Price): BestBatchSize | undefined {
  const answers = predictor.predict(CANDIDATES.map((batchSize) => ({ ...request, batchSize })))
  const usable = answers.filter((answer): answer is Prediction => answer.supported && brokenLimit(answer, constraints, price) === undefined)
  const scored = usable.flatMap((prediction) => {
    const score = OBJECTIVE_FACTS[objective].score(prediction, price?.perHour)
    return score === undefined ? [] : [{ prediction, goodness: goodnessOf(prediction, score, objective), phrase: phraseOf(objective, isFree(score)) }]
  })
  const top = Math.max(...scored.map(({ goodness }) => goodness))
  const choice = scored.find(({ goodness }) => goodness >= top - Math.log1p(WORTHWHILE))
  if (!choice) return undefined
  const { throughput, latencyMs, request: chosen } = choice.prediction
  const reason = `Batch ${chosen.batchSize} has ${choice.phrase} to within ${WORTHWHILE * 100} % among ${usable.map((prediction) => prediction.request.batchSize).join(', ')}.`
  return { batchSize: chosen.batchSize, throughput: throughput.value, latencyMs: latencyMs.value, reason }
}

/** What costs nothing is best where it is fastest. */
const phraseOf = (objective: ObjectiveName, costsNothing: boolean): string => OBJECTIVE_FACTS[costsNothing ? 'throughput' : objective].phrase

import type { Prediction, PredictionRequest, Predictor, Unsupported } from '@benchcast/core/predict'
import { RecentlyUsed } from '../storage/memory/recently-used.ts'

const MOST = 5000

/** Answers to single requests that were asked a moment ago: the same predictor answers the same request alike. */
export class RecentAnswers {
  #predictor: Predictor | undefined
  #answers = new RecentlyUsed<Prediction | Unsupported>(MOST, () => 1)

  of(request: PredictionRequest, predictor: Predictor): Prediction | Unsupported {
    if (predictor !== this.#predictor) {
      this.#predictor = predictor
      this.#answers = new RecentlyUsed(MOST, () => 1)
    }
    // A configuration can be large, and is seldom asked twice.
    if (request.modelConfig !== undefined) return predictor.predict([request])[0]!
    const key = JSON.stringify(request)
    const known = this.#answers.get(key)
    if (known) return known
    const answer = predictor.predict([request])[0]!
    this.#answers.set(key, answer)
    return answer
  }
}

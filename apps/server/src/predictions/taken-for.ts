import type { Prediction, Unsupported } from '@benchcast/core/predict'
import type { Predictions } from './predictions.ts'

/** What a model was taken for. */
export interface TakenFor {
  readonly family: string
  /** How it was found; undefined where no answer tells. */
  readonly source: Prediction['modelSource'] | undefined
  /** What was assumed of a model that is not known by itself and cannot run everywhere, in a sentence or two. */
  readonly assumption: string | undefined
}

/** What the model of a request was taken for, whether or not it can run anywhere: its family is the caller's word, else what the predictor made of all that was sent, else what its name says. */
export function takenFor(
  { model_name, model_family }: { readonly model_name: string; readonly model_family?: string | null | undefined },
  answers: readonly (Prediction | Unsupported)[],
  predictions: Pick<Predictions, 'familyOf'>,
): TakenFor {
  const looked = answers.find(({ modelFamily }) => modelFamily !== undefined)
  const assumption = answers.find((answer) => !answer.supported && answer.assumption !== undefined) as Unsupported | undefined
  return { family: model_family ?? looked?.modelFamily ?? predictions.familyOf(model_name), source: looked?.modelSource, assumption: assumption?.assumption }
}

/** Why a model cannot run on a device, with what was assumed of it. */
export const refusalOf = ({ reason, assumption }: Unsupported): string => (assumption === undefined ? reason : `${reason}. ${assumption}`)

import { resolveModel } from '@benchcast/core/models'
import type { PredictionRequest } from '@benchcast/core/predict'

/**
 * The phase that a row keeps: the one that was named, of a model that has phases. Models that run as a whole have none, nor has training.
 *
 * @example
 * phaseOf({ modelName: 'gpt2', mode: 'inference', phase: 'decode' }) // 'decode'
 * phaseOf({ modelName: 'resnet-50', mode: 'inference', phase: 'decode' }) // null
 */
export function phaseOf({ mode, phase, ...model }: Pick<PredictionRequest, 'modelName' | 'modelFamily' | 'modelConfig' | 'mode' | 'phase'>): 'prefill' | 'decode' | null {
  if (phase === undefined || mode === 'training') return null
  return resolveModel(model).unit === 'token' ? phase : null
}

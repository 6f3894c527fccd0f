import type { PredictionRequest } from '@benchcast/core/predict'
import { predictInTurns } from './in-turns.ts'
import type { Predictions } from './predictions.ts'

/** One model of each kind that people ask about most. */
const MODELS = ['bert-base-uncased', 'gpt2', 'llama-3.1-8b', 'resnet50', 'mobilenetv2_100', 'vit-base-patch16-224', 't5-small', 'whisper-tiny']
const PLATFORMS = ['cpu', 'cuda', 'webgpu'] as const
const BATCHES = [1, 2, 8]

const USUAL: readonly PredictionRequest[] = MODELS.flatMap((modelName) =>
  PLATFORMS.flatMap((platform) => BATCHES.map((batchSize): PredictionRequest => ({ modelName, platform, batchSize, sequenceLength: 128, mode: 'inference', precision: 'fp16' }))),
)

/** Predicts some usual configurations, one a turn since each may be the first of its kind, so that code is compiled and graphs are built before somebody asks. Nothing is stored. */
export async function warmUp(predictions: Predictions, signal: AbortSignal): Promise<void> {
  for (const request of USUAL) await predictInTurns(predictions, [request], { signal, onPart: () => {} })
}

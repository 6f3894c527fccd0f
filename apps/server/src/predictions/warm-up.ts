import { setTimeout as sleep } from 'node:timers/promises'
import type { PredictionRequest } from '@benchcast/core/predict'
import { predictInTurns } from './in-turns.ts'
import type { Predictions } from './predictions.ts'

/** The models of each kind that people ask about most. */
const MODELS = [
  'bert-base-uncased',
  'gpt2',
  'llama-3.1-8b',
  'resnet50',
  'mobilenetv2_100',
  'vit-base-patch16-224',
  't5-small',
  'whisper-tiny',
  'distilbert-base-uncased',
  'roberta-base',
  'all-minilm-l6-v2',
  'qwen2.5-7b',
]
const PLATFORMS = ['cpu', 'cuda', 'webgpu'] as const
const BATCHES = [1, 2, 8]
/** The default of the API, and what accelerators are mostly asked about. */
const PRECISIONS = ['fp32', 'fp16']

const USUAL: readonly PredictionRequest[] = MODELS.flatMap((modelName) =>
  PRECISIONS.flatMap((precision) =>
    PLATFORMS.flatMap((platform) => BATCHES.map((batchSize): PredictionRequest => ({ modelName, platform, batchSize, sequenceLength: 128, mode: 'inference', precision }))),
  ),
)
/** How long it stands back while somebody's own question is worked on, ms. */
const STANDS_BACK_MS = 50

interface Options {
  readonly signal: AbortSignal
  /** Whether nobody's question is worked on. */
  readonly isIdle: () => boolean
}

/**
 * Predicts some usual configurations, one a turn since each may be the first of its kind, so that code is compiled and graphs are built before somebody asks. Whoever asks before it is done goes
 * first. Nothing is stored.
 */
export async function warmUp(predictions: Predictions, { signal, isIdle }: Options): Promise<void> {
  await predictions.predictor()
  for (const request of USUAL) {
    while (!isIdle()) await sleep(STANDS_BACK_MS, undefined, { signal, ref: false })
    await predictInTurns(predictions, [request], { signal, onPart: () => {} })
  }
}

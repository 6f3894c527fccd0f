import { readFile } from 'node:fs/promises'
import { createPredictor, loadEstimator, type PredictionRequest, type ThroughputEstimator } from '../../packages/core/src/predict/index.ts'
import { type Benchmark, duration, limitLine } from './benchmark.ts'

const WEIGHTS = new URL('../../packages/core/src/predict/weights/prior.bin', import.meta.url)
const MODELS = ['bert-base-uncased', 'roberta-base', 'gpt2', 'llama-3.1-8b', 'resnet50', 'vit-base-patch16-224', 't5-small', 'whisper-tiny', 'distilbert-base-uncased', 'mobilenetv2_100']
const PLATFORMS = ['cpu', 'cuda', 'rocm', 'mps', 'webgpu'] as const
const BATCHES = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32]
const PRECISIONS = ['fp32', 'fp16']
const CELLS: readonly PredictionRequest[] = MODELS.flatMap((modelName) =>
  PLATFORMS.flatMap((platform) =>
    BATCHES.flatMap((batchSize) => PRECISIONS.map((precision): PredictionRequest => ({ modelName, platform, batchSize, precision, sequenceLength: 128, mode: 'inference' }))),
  ),
)

/** Predictions of the shipped predictor inside one process, in processor time, so that a busy machine says little less than a quiet one. */
export const predictBenchmark: Benchmark = {
  name: 'predict',
  title: 'Predictions in one process, processor time',
  run: async ({ quick }) => {
    const bytes = await readFile(WEIGHTS)
    let estimator = loadEstimator(bytes)
    const load = cpuSeconds(() => {
      estimator = loadEstimator(bytes)
    })
    const pieces = preparationSeconds(estimator)
    const predictor = createPredictor({ estimator })
    const first = cpuSeconds(() => predictor.predict(CELLS.slice(0, 1)))
    const cold = cpuSeconds(() => predictor.predict(CELLS))
    const batches = quick ? 200 : 2000
    const one = cpuSeconds(() => {
      for (let batchSize = 1; batchSize <= batches; batchSize++) predictor.predict([{ ...CELLS[0]!, platform: 'cuda', batchSize }])
    })
    return {
      lines: [
        limitLine('loading the predictor', load, 0.3, duration),
        limitLine('making it ready, the longest piece', Math.max(...pieces), 0.05, duration),
        limitLine(`a matrix of ${CELLS.length} cells, the first time`, cold, 0.25, duration),
        limitLine('one prediction, model and device known, a new batch', one / batches, 80e-6, duration),
      ],
      notes: [
        `making it ready took ${duration(pieces.reduce((sum, piece) => sum + piece, 0))} in ${pieces.length} pieces; the very first prediction took ${duration(first)}; ${(CELLS.length / cold).toFixed(0)} cells/s, ${(batches / one).toFixed(0)} predictions/s`,
      ],
    }
  },
}

/** Of each piece of the work that would else be done within the first questions. */
function preparationSeconds(estimator: ThroughputEstimator): readonly number[] {
  const pieces = estimator.preparations!()[Symbol.iterator]()
  const seconds: number[] = []
  let isOver = false
  while (!isOver)
    seconds.push(
      cpuSeconds(() => {
        isOver = pieces.next().done === true
      }),
    )
  return seconds
}

function cpuSeconds(work: () => void): number {
  const start = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

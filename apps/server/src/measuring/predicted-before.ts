import type { AvailableHardware } from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'
import type { PredictionRequest } from '@benchcast/core/predict'
import type { JobContext } from '../jobs/job.ts'
import { phaseOf } from '../predictions/phase.ts'
import { predictionRequest, predictionRow } from '../predictions/rows.ts'
import { settingsOf } from '../predictions/settings.ts'
import type { RecordOf } from '../storage/store.ts'
import type { Configuration, SpeedBenchmark } from './configurations.ts'
import type { PredictiveElsewhere } from './predictive-elsewhere.ts'
import { isUserModel } from './user-model.ts'

/** Runtime of everything that is measured here, as predictions name it. */
const FRAMEWORK = 'onnxruntime'

/** Platforms that stand for the processor of this machine, which predictions assume without being told its name. */
const ON_PROCESSOR: ReadonlySet<string> = new Set(['cpu', 'openvino'])

/** What a prediction or measurement keeps of how and where the model ran. The device is named where it is known and not this machine's processor. */
export const configurationFacts = ({ hardware, image_size }: Pick<Configuration, 'hardware' | 'image_size'>, { device }: Pick<AvailableHardware, 'device'>) => ({
  framework: FRAMEWORK,
  ...(image_size !== undefined && { image_size }),
  ...(!ON_PROCESSOR.has(hardware) && device !== '' && { device }),
})

/** The phase that was measured, of a model that has phases; of a file of the user's, whose layers are not known beforehand, the one that was asked for. */
export const measuredPhase = ({ model_name, mode }: Pick<Configuration, 'model_name' | 'mode'>, { phase }: Pick<SpeedBenchmark, 'phase'>): 'prefill' | 'decode' | null =>
  phase == null || isUserModel(model_name) ? (phase ?? null) : phaseOf({ modelName: model_name, mode, phase })

/** What a result says of the prediction before it. */
export type PredictionFacts = Pick<RecordOf<'predictions'>, 'prediction_id' | 'throughput' | 'latency' | 'memory_usage' | 'confidence_score' | 'prediction_source'>

/** A prediction of a configuration that was there before it is measured. */
export interface PredictedBefore {
  readonly row: RecordOf<'predictions'>
  /** Made for this measurement, so that it has yet to be stored. */
  readonly isNew: boolean
}

/** The newest stored prediction of a configuration, else one made now, or what the predictive API of another process predicts; undefined when nothing can be predicted of it, which is no reason not to measure it. */
export async function predictedBefore(configuration: Configuration, run: Pick<SpeedBenchmark, 'phase'>, hardware: AvailableHardware, context: JobContext): Promise<PredictedBefore | undefined> {
  const { predictions, predictiveElsewhere, now, newId } = context
  const phase = measuredPhase(configuration, run)
  if (predictiveElsewhere !== undefined) return predictedElsewhere(configuration, { ...configurationFacts(configuration, hardware), phase }, predictiveElsewhere, context)
  const { device, ...facts } = configurationFacts(configuration, hardware)
  const request = predictionRequest({ ...configuration, ...facts, phase }, configuration.hardware, device)
  const stored = await storedBefore(configuration, request, context)
  if (stored !== undefined) return { row: stored, isNew: false }
  try {
    const [answer] = await predictions.predict([request])
    return answer?.supported ? { row: predictionRow(answer, newId('prediction'), now(), answer.modelFamily), isNew: true } : undefined
  } catch (error) {
    if (error instanceof BenchcastError) return undefined
    throw error
  }
}

/** Older predictions, which keep no facts, are not told apart by the size of an image. */
async function storedBefore(configuration: Configuration, request: PredictionRequest, { store, predictions }: JobContext) {
  const { found } = await predictions.lookUp(request)
  if (found === undefined) return undefined
  const settings = settingsOf(request, found.device.name).filter((setting) => setting.configuration !== undefined || request.imageSize === undefined)
  return store.newestPrediction({ ...configuration, hardware_platform: configuration.hardware, phase: request.phase, settings })
}

async function predictedElsewhere(
  { model_name, hardware, batch_size, sequence_length, precision, mode }: Configuration,
  { phase, ...facts }: ReturnType<typeof configurationFacts> & { readonly phase: 'prefill' | 'decode' | null },
  elsewhere: PredictiveElsewhere,
  { predictions, now }: JobContext,
): Promise<PredictedBefore | undefined> {
  const asked = { model_name, batch_size, sequence_length, precision, mode, ...(phase !== null && { phase }) }
  const answer = await elsewhere.predict({ ...asked, ...facts, hardware })
  if (answer === undefined) return undefined
  return { row: { ...asked, ...answer, timestamp: now(), model_family: predictions.familyOf(model_name), hardware_platform: hardware, phase, metadata: {} }, isNew: false }
}

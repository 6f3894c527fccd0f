import { BenchcastError, ifKnown } from '../../errors.ts'
import type { HardwareSpec } from '../../hardware/index.ts'
import { repeatKey } from '../calibration/repeats.ts'
import type { Measurement, Prediction, PredictionRequest, Predictor, Unsupported } from '../prediction.ts'
import type { MeasuredWorkload, ThroughputEstimate, ThroughputEstimator } from '../workload.ts'
import { answer } from './answer.ts'
import { learnable } from './figure-bounds.ts'
import { askedOfOwn, commonName, ownKey, underCommonName } from './one-name.ts'
import { agreements } from './other-mode.ts'
import { type AnalyticMemory, OwnMemory } from './own-memory.ts'
import { type AsMeasured, GUESSED, type Prepared, prepare, type Work } from './prepare.ts'
import { requestedDevice } from './requested-device.ts'

/** What a predictor is made of. */
export interface PredictorOptions {
  readonly estimator: ThroughputEstimator
  /** The machine the program runs on: assumed for its platforms when a request names no device. */
  readonly machine?: HardwareSpec
  /** Level of the intervals. */
  readonly level?: number
}

/**
 * A predictor of throughput, latency, memory and power from a throughput estimator, the catalogues of models and devices, and analytic memory and power.
 *
 * @example
 * const predictor = createPredictor({ estimator })
 * const [prediction] = predictor.predict([{ modelName: 'bert-base-uncased', platform: 'cuda', batchSize: 8, sequenceLength: 128, mode: 'inference', precision: 'fp16' }])
 */
export const createPredictor = (options: PredictorOptions): Predictor => new CatalogPredictor(options, [])

/** Share of cases whose truth lies inside an interval. */
const USUAL_LEVEL = 0.9

/** What a measurement teaches once its model and device are looked up. */
interface Lesson {
  readonly measured: readonly MeasuredWorkload[]
  /** What ran, by the key of its memory. */
  readonly ran: readonly string[]
  readonly memory: AnalyticMemory | undefined
}

/** Measurements looked up before: who calibrates again does so with most of the same. */
type LookedUp = WeakMap<Measurement, Lesson>

class CatalogPredictor implements Predictor {
  readonly #options: PredictorOptions
  readonly #memory: OwnMemory
  /** Keys of the models that were measured. */
  readonly #own: ReadonlySet<string>
  /** Repeat keys of the configurations whose speed was measured. */
  readonly #ran: ReadonlySet<string>
  readonly #lookedUp: LookedUp

  constructor(options: PredictorOptions, measurements: readonly Measurement[], lookedUp: LookedUp = new WeakMap()) {
    this.#options = options
    this.#lookedUp = lookedUp
    this.#memory = new OwnMemory(measurements, (measurement) => this.#lesson(measurement).memory)
    this.#own = new Set(measurements.flatMap((measurement) => this.#lesson(measurement).measured.map(({ workload }) => ownKey(workload))))
    this.#ran = new Set(measurements.flatMap((measurement) => this.#lesson(measurement).ran))
  }

  get version(): string {
    return this.#options.estimator.version
  }

  predict(requests: readonly PredictionRequest[]): readonly (Prediction | Unsupported)[] {
    const prepared = requests.map((request) => this.#attempt(request))
    const able = prepared.filter((entry) => 'workload' in entry)
    const estimates = this.#estimate(able)
    const factors = agreements(able, estimates, (works) => this.#estimate(works))
    const answers = new Map(able.map((entry, i) => [entry, this.#answer(entry, estimates[i]!, factors[i]!)]))
    return prepared.map((entry) => ('workload' in entry ? answers.get(entry)! : entry))
  }

  #estimate(works: readonly Work[]): readonly ThroughputEstimate[] {
    const { estimator, level = USUAL_LEVEL } = this.#options
    return estimator.estimate(
      works.map(({ workload }) => workload),
      level,
    )
  }

  /** Costs beyond all measure (a model of one parameter and 1e21 operations) have no speed that could be named. */
  #answer(entry: Prepared, estimate: ThroughputEstimate, agreed: number): Prediction | Unsupported {
    const { request, device } = entry
    const figures = [estimate.throughput, estimate.lower, estimate.upper, request.batchSize / estimate.lower]
    if (!figures.every((figure) => Number.isFinite(figure) && figure > 0))
      return { ...takenFor(entry), supported: false, request, device, reason: 'its costs are so far from every measurement that no speed can be named: check parameters, flops and sizes' }
    return answer(entry, { ...estimate, agreed }, this.#options.estimator, this.#memory.of(request, memoryOf(entry), estimate.level))
  }

  calibrate(measurements: readonly Measurement[]): Predictor {
    const estimator = this.#options.estimator.calibrate(measurements.flatMap((measurement) => this.#lesson(measurement).measured))
    return new CatalogPredictor({ ...this.#options, estimator }, measurements, this.#lookedUp)
  }

  readonly #asMeasured: AsMeasured = (workload) => this.#options.estimator.asMeasured?.(workload)

  /** What can run, looked up; what cannot, with the reason. */
  #attempt(request: PredictionRequest): Prepared | Unsupported {
    const { device, notes } = this.#deviceOf(request)
    const refused = (reason: string): Unsupported => ({ supported: false, request, device, reason })
    try {
      const prepared = prepare(request, device, notes, this.#asMeasured)
      if (prepared.unsupported === undefined || this.#evidentlyRan(prepared)) return askedOfOwn(prepared, this.#own)
      return { ...takenFor(prepared), ...refused(prepared.unsupported) }
    } catch (error) {
      if (error instanceof BenchcastError && error.code === 'invalid_model' && request.modelConfig === undefined) return refused(error.message)
      throw error
    }
  }

  /** Whether it was measured although its memory, as worked out, is more than the device has. */
  #evidentlyRan(prepared: Prepared): boolean {
    return prepared.shortage !== undefined && this.#ran.size > 0 && this.#ran.has(memoryOf(prepared).repeatKey)
  }

  /** A measurement whose model or device can't be looked up (any more) teaches nothing; it is no reason to fail. */
  #known(measurement: Measurement): Prepared | undefined {
    return ifKnown(() => prepare(measurement, this.#deviceOf(measurement).device, [], this.#asMeasured))
  }

  #deviceOf(request: PredictionRequest): { readonly device: HardwareSpec; readonly notes: readonly string[] } {
    const { device, match } = requestedDevice(request, this.#options.machine)
    return { device, notes: match === 'similar' ? [`'${request.device}' is not in the catalogue; the figures are those of ${device.name}.`] : [] }
  }

  #lesson(measurement: Measurement): Lesson {
    const lesson = this.#lookedUp.get(measurement) ?? this.#lookUp(measurement)
    this.#lookedUp.set(measurement, lesson)
    return lesson
  }

  #lookUp(measurement: Measurement): Lesson {
    const known = this.#known(measurement)
    if (known === undefined) return { measured: [], ran: [], memory: undefined }
    const possible = learnable(measurement, known.bounds)
    const [measured, memory] = [measuredAs(possible, known), memoryOf(known)]
    return { measured, ran: measured.map(() => memory.repeatKey), memory: possible.memoryMb === undefined ? undefined : memory }
  }
}

const takenFor = ({ model }: Prepared): Pick<Unsupported, 'modelFamily' | 'modelSource' | 'assumption'> => ({
  modelFamily: model.family,
  modelSource: model.source,
  ...(GUESSED.includes(model.source) && { assumption: model.explanation }),
})

function memoryOf(prepared: Prepared): AnalyticMemory {
  const { request, workload, memoryMb } = prepared
  const modelName = commonName(prepared)
  return { memoryMb, modelName, repeatKey: `${request.platform} ${repeatKey({ ...workload, modelName })}` }
}

/** Latency alone says throughput too: a batch every so many milliseconds. */
function measuredAs({ throughput = 0, latencyMs = 0, batchSize }: Measurement, known: Prepared): readonly MeasuredWorkload[] {
  const byLatency = latencyMs > 0 ? (1000 * batchSize) / latencyMs : 0
  const samplesPerSecond = throughput > 0 ? throughput : byLatency
  if (samplesPerSecond === 0) return []
  const contradiction = byLatency > 0 ? Math.min(...[byLatency, 1000 / latencyMs].map((other) => Math.abs(Math.log(samplesPerSecond / other)))) : 0
  return [{ workload: underCommonName(known), throughput: samplesPerSecond * known.itemsPerSample, spread: Math.max(0, contradiction - EXPLICABLE) }]
}

/** Throughput and latency, of a batch or of one of its samples, may differ by so much, in logs, for batches that are under way at the same time; one of two that differ by more is wrong, and nobody knows which. */
const EXPLICABLE = Math.log(3)

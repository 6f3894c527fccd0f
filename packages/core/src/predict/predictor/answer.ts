import { normalQuantile } from '../../stats/index.ts'
import { withEffects } from '../attribution.ts'
import { factsOf } from '../facts/facts.ts'
import type { NearestMeasurement, Prediction, Quantity } from '../prediction.ts'
import { roofline } from '../roofline/roofline.ts'
import { mapQuantity } from '../spread.ts'
import type { Provenance, ThroughputEstimate, ThroughputEstimator } from '../workload.ts'
import { boundOf, explain } from './explanation.ts'
import type { KnownMemory } from './own-memory.ts'
import { below } from './physical-limit.ts'
import { PLATFORM_FACTS } from './platforms.ts'
import { powerOf } from './power.ts'
import type { Prepared } from './prepare.ts'

/** Nearest measurements shown beside a prediction. */
const SHOWN = 3
/** Standard deviations of the log that the estimator does not know of: costs guessed from a name, a platform nobody has measured. */
const UNCERTAINTY = { exact: 0, config: 0, costs: 0.1, family: 0.3, default: 0.7, standIn: 0.35 }

/** An estimate, and the factor that brings it into agreement with that of the other mode. */
export type AgreedEstimate = ThroughputEstimate & { readonly agreed: number }

/** Puts an answer together from what was looked up and the estimated throughput. */
export function answer(prepared: Prepared, estimate: AgreedEstimate, estimator: ThroughputEstimator, { memoryMb, isMeasured }: KnownMemory): Prediction {
  const { request, device, model, workload, itemsPerSample, usualFramework, warnings } = prepared
  const facts = factsOf(workload)
  const ceiling = roofline(facts)
  const { likely, limit, throughput } = throughputOf(prepared, estimate)
  const provenance = provenanceOf(prepared, estimate)
  const said = [...warnings, ...limitWarning(prepared, estimate.provenance === 'calibrated', limit, likely, throughput)]
  const powerWatts = powerOf(device.powerWatts, throughput.value * itemsPerSample, ceiling)
  const bound = boundOf(ceiling)
  const deviceAssumed = request.device === undefined
  return {
    supported: true,
    request,
    device,
    deviceAssumed,
    modelFamily: model.family,
    parameters: model.parameters,
    modelSource: model.source,
    throughput,
    ...(limit !== undefined && { limitThroughput: limit }),
    latencyMs: mapQuantity(throughput, (samplesPerSecond) => (1000 * request.batchSize) / samplesPerSecond),
    memoryMb,
    ...(powerWatts && { powerWatts }),
    level: estimate.level,
    provenance,
    bound,
    explanation: explain({
      request,
      device,
      deviceAssumed,
      bound,
      provenance,
      memoryIsMeasured: isMeasured,
      modelSentence: model.explanation,
      isGuess: isGuess(prepared),
      isToken: model.unit === 'token',
      usualFramework,
      agreed: estimate.agreed,
    }),
    ...attributed(prepared, estimator, { other_mode: estimate.agreed, device_limit: throughput.value / likely.value }),
    nearestMeasurements: nearest(prepared, estimator),
    warnings: [...said, ...memoryWarning(prepared, memoryMb)],
  }
}

/** Samples per second. */
interface Throughput {
  /** What would be predicted if nothing were known of the device's limit. */
  readonly likely: Quantity
  /** What the device does not exceed, where that is known and the answer is not measured. */
  readonly limit: number | undefined
  readonly throughput: Quantity
}

/** The throughput that an estimate comes to: in agreement with the other mode, as sure as the model and its platform are known, within the limit of the device. */
export function throughputOf(prepared: Prepared, estimate: AgreedEstimate): Throughput {
  const perSample = mapQuantity({ value: estimate.throughput, lower: estimate.lower, upper: estimate.upper }, (items) => (estimate.agreed * items) / prepared.itemsPerSample)
  const likely = estimate.provenance === 'measured' ? perSample : widened(perSample, extraSpread(prepared), estimate.level)
  const limit = limitOf(prepared, estimate)
  return { likely, limit, throughput: limit === undefined ? likely : below(limit, likely, estimate.level) }
}

/** Whoever measured what seems not to fit knows better. */
function memoryWarning({ shortage, device }: Prepared, { upper }: Quantity): readonly string[] {
  if (shortage !== undefined)
    return [
      `By its worked-out memory it would not fit: ${shortage.figures} by its published figures. It was measured there, so it evidently ran: weights offloaded to the host, sharded over several devices or quantised would explain it.`,
    ]
  return upper * 2 ** 20 > device.memoryBytes ? [`It may not fit: up to ${Math.round(upper)} MB of ${Math.round(device.memoryBytes / 2 ** 20)} MB.`] : []
}

/** The attribution in samples, when the request wants one, with the factors on what the estimator said. */
function attributed({ request, workload, itemsPerSample }: Prepared, estimator: ThroughputEstimator, factors: Readonly<Record<string, number>>): Pick<Prediction, 'attribution'> {
  const attribution = request.explain === true ? estimator.explain?.(workload) : undefined
  if (attribution === undefined) return {}
  const effects = [...attribution.effects, ...Object.entries(factors).map(([feature, factor]) => ({ feature, log: Math.log(factor) }))]
  return { attribution: withEffects(attribution.base / itemsPerSample, effects) }
}

const isStandIn = ({ request }: Prepared): boolean => PLATFORM_FACTS[request.platform].measuredAs !== request.platform

const extraSpread = (prepared: Prepared): number => Math.hypot(UNCERTAINTY[prepared.model.source], isStandIn(prepared) ? UNCERTAINTY.standIn : 0)

/** Both halves of the interval grow by an independent error of `spread` (standard deviation of the log). */
function widened(quantity: Quantity, spread: number, level: number): Quantity {
  if (spread === 0) return quantity
  const extra = normalQuantile(0.5 + level / 2) * spread
  const factor = (ratio: number) => Math.exp(Math.hypot(Math.log(ratio), extra))
  return { value: quantity.value, lower: quantity.value / factor(quantity.value / quantity.lower), upper: quantity.value * factor(quantity.upper / quantity.value) }
}

/** Measurements on the caller's own hardware say more of it than its published limits, but what is only like them is not many times beyond. */
const OWN_MARGIN = 2

function limitOf({ limit }: Prepared, { provenance }: ThroughputEstimate): number | undefined {
  if (limit === undefined || provenance === 'measured') return undefined
  return provenance === 'calibrated' ? OWN_MARGIN * limit : limit
}

/** So much of what was likely at first must be left, for a limit not to be worth a word. */
const WORTH_A_WORD = 0.9

function limitWarning({ device }: Prepared, isOwn: boolean, limit: number | undefined, likely: Quantity, throughput: Quantity): readonly string[] {
  if (limit === undefined || throughput.value > WORTH_A_WORD * likely.value) return []
  const most = isOwn
    ? `${device.name} hardly does more than ${shown(limit)}, ${OWN_MARGIN} times what its published limits allow`
    : `${device.name} cannot do more than ${shown(limit)} by its published limits`
  if (likely.value > limit) return [`Without a limit ${shown(likely.value)} samples/s would be predicted; ${most}, so less is predicted, and less surely.`]
  return [`Without a limit ${shown(likely.value)} samples/s would be predicted, perhaps up to ${shown(likely.upper)}; ${most}, so the interval is cut off there and the prediction moves down with it.`]
}

const shown = (value: number): string => String(Number(value.toPrecision(3)))

/** A model that is known by the words and size of its name alone: not even its architecture is. */
const isGuess = ({ model, isOwn = false }: Prepared): boolean => !isOwn && (model.source === 'default' || (model.source === 'family' && model.architecture === undefined))

function provenanceOf(prepared: Prepared, { provenance }: ThroughputEstimate): Provenance {
  if (isGuess(prepared)) return 'analytic'
  return provenance === 'learned' && isStandIn(prepared) ? 'analytic' : provenance
}

function nearest({ workload, itemsPerSample }: Prepared, estimator: ThroughputEstimator): readonly NearestMeasurement[] {
  return (estimator.nearest?.(workload, SHOWN) ?? []).map(({ workload: other, throughput, distance }) => {
    const { device, devices, precision, batchSize, phase, unit, inputSize } = other
    const isAlike = phase === workload.phase && unit === workload.unit
    return {
      modelName: other.calledAs ?? other.modelName,
      device: device.name,
      ...(devices !== undefined && { devices }),
      ...(precision !== undefined && precision !== '' && { precision }),
      ...(batchSize !== undefined && { batchSize }),
      phase,
      ...(inputSize !== undefined && { inputSize }),
      throughput: isAlike ? throughput / itemsPerSample : throughput,
      unit: isAlike && itemsPerSample !== 1 ? 'sample' : unit,
      distance,
      source: other.source ?? '',
    }
  })
}

import type { HardwareSpec, PeakPrecision } from '../../hardware/index.ts'
import type { ModelCost } from '../../models/index.ts'
import { normalCdf, normalQuantile } from '../../stats/index.ts'
import type { PredictionRequest, Quantity } from '../prediction.ts'
import { numberFormat, peakOperations } from '../roofline/number-format.ts'
import { TRAINING_PASSES } from '../roofline/roofline.ts'
import { logCentre, logSpread } from '../spread.ts'

/** Convolutions of 3 x 3 pixels need up to four times fewer multiplications than are counted. Source: Lavin and Gray, Fast Algorithms for Convolutional Neural Networks (2016), F(4 x 4, 3 x 3). */
const FAST_CONVOLUTION = 4
/** How far true limits of a device may lie above those that were worked out for it. */
const SLACK = { vendor: 1, estimate: 2 }
/** Weights may stay in a cache that is not much smaller. */
const CACHE_MARGIN = 2

/** Formats that the arithmetic of a stated one may run in, by bytes a weight: FP32 as TF32, at the rate of 16 bits; small weights with small activations. */
const arithmeticOf = (weightBytes: number): readonly PeakPrecision[] => (weightBytes >= 2 ? ['fp32', 'fp16'] : ['fp32', 'fp16', 'int8', 'fp8', 'fp4'])

/**
 * Samples per second that no run of a batch exceeds: its arithmetic at the device's peak, and its weights, read once from memory, at the memory's bandwidth.
 *
 * @param costs of the whole batch
 * @param isToken whether a sample is made of tokens, each of which may meet a part of the weights
 * @example physicalLimit(request, h100, costsOfLlama8B, true) // 209 tokens a second of one text: 16.1 GB of weights at 3.35 TB/s
 */
export function physicalLimit({ precision, mode, batchSize }: PredictionRequest, device: HardwareSpec, costs: ModelCost, isToken: boolean): number {
  const format = numberFormat(precision)
  const rate = Math.max(peakOperations(device, format), ...arithmeticOf(format.weightBytes).map((peak) => device.operationsPerSecond[peak] ?? 0))
  const passes = mode === 'training' ? TRAINING_PASSES : 1
  const multiplications = costs.macs / (costs.itemActivations === undefined ? 1 : FAST_CONVOLUTION)
  const activeShare = isToken ? Math.min(1, (costs.itemMacs / costs.parameters) * costs.items) : 1
  const bytes = costs.weightBytes * activeShare
  const memorySeconds = bytes > CACHE_MARGIN * (device.cacheBytes ?? 0) ? bytes / device.memoryBytesPerSecond : 0
  return (SLACK[device.quality] * batchSize) / Math.max((passes * 2 * multiplications) / rate, memorySeconds)
}

/** Beyond so many standard deviations a limit changes nothing. */
const FAR = 4

/** The value moves where the truth lies below it with more than this probability. */
const MOST_LIKELY_BELOW = 0.8

/**
 * What is left of an estimate whose truth lies below a limit: the log-normal of its interval, cut off there. An estimate above the limit has been shown to be off by the difference at least: it is
 * taken to be at the limit, and that much less sure.
 */
export function below(limit: number, quantity: Quantity, level: number): Quantity {
  const bound = Math.log(limit)
  const overshoot = Math.max(0, logCentre(quantity) - bound)
  const centre = Math.min(logCentre(quantity), bound)
  const spread = Math.hypot(logSpread(quantity, level), overshoot)
  if (!(spread > 0) || bound > centre + FAR * spread) return quantity
  const kept = normalCdf((bound - centre) / spread)
  const at = (probability: number) => Math.exp(centre + spread * normalQuantile(probability * kept))
  return { value: Math.min(quantity.value, at(MOST_LIKELY_BELOW)), lower: at((1 - level) / 2), upper: at((1 + level) / 2) }
}

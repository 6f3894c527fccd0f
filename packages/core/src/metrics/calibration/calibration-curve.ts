import type { Probabilities } from '../inputs.ts'
import { DEFAULT_PARAMS, stateOf } from '../metric.ts'
import { reliability } from './reliability.ts'
import { whyNotProbabilities } from './scoring-rule.ts'

/** A reliability diagram: one entry per bin; null where the bin is empty. `count` is the weight when rows have weights. */
export interface CalibrationCurve {
  readonly bin_lower: number[]
  readonly bin_upper: number[]
  readonly confidence: (number | null)[]
  readonly accuracy: (number | null)[]
  readonly count: number[]
}

/**
 * Mean confidence against outcome in `bins` equal-width bins (the default is that of the calibration errors), as the
 * calibration errors bin them, except that the last bin takes in confidences of exactly 1. Undefined without probabilities.
 */
export function calibrationCurve(input: Probabilities, bins: number = DEFAULT_PARAMS.bins): CalibrationCurve | undefined {
  if (whyNotProbabilities(input)) return undefined
  const state = stateOf(reliability, input, { ...DEFAULT_PARAMS, bins })
  const edge = (offset: number) => Array.from({ length: bins }, (_, b) => (b + offset) / bins)
  const column = (part: number) => Array.from({ length: bins }, (_, b) => state[part * (bins + 1) + b]! + (b === bins - 1 ? state[part * (bins + 1) + bins]! : 0))
  const count = column(0)
  const mean = (part: number) => column(part).map((sum, b) => (count[b] === 0 ? null : sum / count[b]!))
  return { bin_lower: edge(0), bin_upper: edge(1), confidence: mean(1), accuracy: mean(2), count }
}

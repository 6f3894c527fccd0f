import { AT, type Slot } from './number-sums.ts'

/** What the values are made of. Means are over weights; variances and the covariance divide by the total weight. */
export interface NumberMoments {
  readonly rows: number
  readonly weight: number
  readonly meanError: number
  readonly meanAbsolute: number
  readonly meanSquared: number
  readonly truthMean: number
  readonly predictedMean: number
  readonly truthVariance: number
  readonly predictedVariance: number
  readonly errorVariance: number
  readonly covariance: number
  readonly truthVaries: boolean
  readonly predictedVaries: boolean
}

/** Reads a state of {@link numberSums}. */
export function numberMoments(state: Float64Array): NumberMoments {
  const weight = state[AT.weight]!
  const mean = (slot: Slot) => state[AT[slot]]! / weight
  const central = (product: Slot, a: Slot, b: Slot) => mean(product) - mean(a) * mean(b)
  const truthVariance = Math.max(0, central('tt', 't', 't'))
  const predictedVariance = Math.max(0, central('pp', 'p', 'p'))
  return {
    rows: state[AT.rows]!,
    weight,
    meanError: state[AT.anchorE]! + mean('e'),
    meanAbsolute: mean('absolute'),
    meanSquared: mean('squared'),
    truthMean: state[AT.anchorT]! + mean('t'),
    predictedMean: state[AT.anchorP]! + mean('p'),
    truthVariance,
    predictedVariance,
    errorVariance: Math.max(0, central('ee', 'e', 'e')),
    covariance: central('tp', 't', 'p'),
    truthVaries: state[AT.variesT] === 1 && truthVariance > 0,
    predictedVaries: state[AT.variesP] === 1 && predictedVariance > 0,
  }
}

import type { Metric } from '../metric.ts'
import { demographicParity, demographicParityDifference, demographicParityRatio } from './demographic-parity.ts'
import { equalOpportunity, equalOpportunityDifference, equalOpportunityRatio } from './equal-opportunity.ts'
import { equalizedOdds, equalizedOddsDifference, equalizedOddsRatio } from './equalized-odds.ts'

export const FAIRNESS_METRICS: readonly Metric[] = [
  demographicParity,
  equalizedOdds,
  equalOpportunity,
  demographicParityDifference,
  demographicParityRatio,
  equalizedOddsDifference,
  equalizedOddsRatio,
  equalOpportunityDifference,
  equalOpportunityRatio,
]

export type { Share } from './group-margins.ts'
export { type GroupRates, groupRates } from './group-rates.ts'

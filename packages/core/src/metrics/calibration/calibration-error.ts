import { additiveMetric, type Metric, type MetricFacts } from '../metric.ts'
import { binsOf, type ReliabilityBin, reliability } from './reliability.ts'
import { CALIBRATION_FACTS, whyNotProbabilities } from './scoring-rule.ts'

interface CalibrationError extends Pick<MetricFacts, 'id' | 'title' | 'definition' | 'reference'> {
  /** The error from each bin's gap and its share of all weight. */
  summary(bins: readonly { gap: number; share: number }[]): number
}

/** A summary of the gaps between confidence and outcome over equal-width bins. */
export function calibrationError({ summary, ...facts }: CalibrationError): Metric<'probabilities'> {
  return additiveMetric({
    ...CALIBRATION_FACTS,
    ...facts,
    range: [0, 1],
    params: ['bins'],
    statistic: reliability,
    value: (state, input) => whyNotProbabilities(input) ?? summary(gapsOf(binsOf(state))),
  })
}

function gapsOf(bins: readonly ReliabilityBin[]) {
  const total = bins.reduce((sum, { weight }) => sum + weight, 0)
  return bins.map(({ weight, confidence, accuracy }) => ({ gap: Math.abs(accuracy - confidence), share: weight / total }))
}

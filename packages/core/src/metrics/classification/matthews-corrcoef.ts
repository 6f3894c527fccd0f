import { labelMetric } from './label-metric.ts'
import { type MarginGradient, type Margins, occurring } from './margins.ts'

/** n² times the covariance of truth with prediction and the two variances, over one-hot classes (Gorodkin's R_K). */
function moments({ total, hits, support, predicted }: Margins) {
  let [both, truth, prediction] = [0, total * total, total * total]
  for (let c = 0; c < hits.length; c++) {
    both += hits[c]! * total - support[c]! * predicted[c]!
    truth -= support[c]! ** 2
    prediction -= predicted[c]! ** 2
  }
  return { both, truth, prediction }
}

function gradient(margins: Margins): MarginGradient {
  const { both, truth, prediction } = moments(margins)
  const scale = 1 / Math.sqrt(truth * prediction)
  const value = both * scale
  const hits = margins.hits.reduce((a, b) => a + b, 0)
  return {
    hits: margins.hits.map(() => scale * margins.total),
    support: margins.support.map((s, c) => scale * (hits - margins.predicted[c]!) - value * (margins.total / prediction + (margins.total - s) / truth)),
    predicted: margins.predicted.map((p, c) => -scale * margins.support[c]! + (value * p) / prediction),
  }
}

export const matthewsCorrcoef = labelMetric({
  id: 'matthews_corrcoef',
  title: 'Matthews correlation coefficient',
  definition: 'Correlation of true and predicted classes: 1 perfect, 0 no better than chance, -1 always wrong. For more than two classes the R_K statistic.',
  reference: 'scikit-learn 1.9.1, matthews_corrcoef',
  better: 'higher',
  range: [-1, 1],
  params: [],
  compat: { degenerate: 0 },
  symmetric: true,
  perfect: 1,
  value: (margins) => {
    if (occurring(margins.support) < 2 || occurring(margins.predicted) < 2) return 'degenerate'
    const { both, truth, prediction } = moments(margins)
    return Math.min(1, Math.max(-1, both / Math.sqrt(truth * prediction)))
  },
  gradient,
})

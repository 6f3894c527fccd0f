import { labelMetric } from './label-metric.ts'
import type { MarginGradient, Margins } from './margins.ts'

/** n² times agreement beyond chance (`above`) and its largest possible value (`below`). */
function agreement({ total, hits, support, predicted }: Margins) {
  let [above, below] = [0, total * total]
  for (let c = 0; c < hits.length; c++) {
    const chance = support[c]! * predicted[c]!
    above += hits[c]! * total - chance
    below -= chance
  }
  return { above, below }
}

function gradient(margins: Margins): MarginGradient {
  const { above, below } = agreement(margins)
  const value = above / below
  const hits = margins.hits.reduce((a, b) => a + b, 0)
  return {
    hits: margins.hits.map(() => margins.total / below),
    support: margins.predicted.map((p) => (hits - p - value * (2 * margins.total - p)) / below),
    predicted: margins.support.map((s) => ((value - 1) * s) / below),
  }
}

export const cohenKappa = labelMetric({
  id: 'cohen_kappa',
  title: "Cohen's kappa",
  definition: 'Agreement of truth and prediction beyond what their class frequencies give by chance: (p_o - p_e) / (1 - p_e).',
  reference: 'scikit-learn 1.9.1, cohen_kappa_score',
  better: 'higher',
  range: [-1, 1],
  params: [],
  symmetric: true,
  perfect: 1,
  value: (margins) => {
    const { above, below } = agreement(margins)
    return below === 0 ? 'degenerate' : above / below
  },
  gradient,
})

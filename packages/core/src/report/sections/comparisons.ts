import { fixed, formatP } from '../format.ts'
import type { Section } from '../section.ts'
import { comparisonsTable } from '../tables/comparisons.ts'
import { at, type View } from '../view.ts'

/** Paired tests: on the same samples, which differences are more than chance. */
export function comparisonsSection(view: View): Section {
  const metrics = [...new Set([...view.headline, ...view.metrics])]
  return {
    id: 'comparisons',
    title: 'Paired comparisons',
    text: [
      'Both models of a pair answered the same samples, so their difference is tested row by row. "p corrected" allows for all pairs of the metric; the verdict follows it. "Detectable" is the smallest difference that this sample would show with 80 % power.',
      ...friedman(view),
    ],
    tables: metrics.flatMap((metric) => comparisonsTable(view, metric) ?? []),
    figures: [],
  }
}

function friedman(view: View): string[] {
  const test = view.document.comparison_results.friedman
  if (test === undefined) return []
  const ranks = view.ordered.flatMap((model) => (at(test.average_ranks, model.id) === undefined ? [] : [`${model.name} ${fixed(test.average_ranks[model.id]!, 2)}`]))
  const distance = test.critical_difference === null ? '' : ` Models whose average ranks are closer than ${fixed(test.critical_difference, 2)} (Nemenyi) are not told apart by it.`
  return [`Friedman test over the per-sample scores of all models: statistic ${fixed(test.statistic, 2)}, p ${formatP(test.p_value)}. Average ranks (1 is best): ${ranks.join(', ')}.${distance}`]
}

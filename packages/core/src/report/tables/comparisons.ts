import type { Comparison } from '../../api/index.ts'
import { decimalsFor, decimalsOf, fixed, formatInterval, formatP } from '../format.ts'
import { procedure } from '../phrases.ts'
import { best, head, MOST_OPEN_ROWS, NONE, numberColumn, type Table, textColumn } from '../table.ts'
import type { MetricView, View } from '../view.ts'

/** Paired tests of one metric. The verdict counts after correction for all pairs; the last column is what the sample could have shown. */
export function comparisonsTable(view: View, metric: MetricView): Table | undefined {
  const pairs = view.document.comparisons.filter((pair) => pair.metric === metric.id)
  if (pairs.length === 0) return undefined
  return {
    caption: metric.title,
    columns: [
      textColumn('Models'),
      numberColumn('Difference'),
      textColumn('Interval'),
      numberColumn('p'),
      numberColumn('p corrected'),
      textColumn('Verdict'),
      numberColumn('Detectable'),
      textColumn('Test'),
    ],
    rows: pairs.map((pair) => row(view, pair)),
    folded: !view.headline.includes(metric) || pairs.length > MOST_OPEN_ROWS,
  }
}

function row(view: View, pair: Comparison) {
  const [a, b] = [view.model(pair.model_a).name, view.model(pair.model_b).name]
  const bounds = pair.lower === null || pair.upper === null ? undefined : { lower: pair.lower, upper: pair.upper }
  const effect = pair.minimum_detectable_effect
  return [
    head(`${a} − ${b}`),
    fixed(pair.difference, decimalsOf(pair.difference, bounds)),
    bounds ? formatInterval(bounds) : NONE,
    formatP(pair.p_value),
    formatP(pair.p_adjusted),
    best(pair.significant ? 'different' : 'tied', pair.significant),
    effect === null ? NONE : fixed(effect, decimalsFor(effect, 2)),
    procedure(pair.test),
  ]
}

import { visible } from '../escape.ts'
import { fixed } from '../format.ts'
import { type Cell, head, NONE, numberColumn, type Table, textColumn } from '../table.ts'
import type { ModelView } from '../view.ts'

const rate = (value: number | null): Cell => (value === null ? NONE : fixed(value, 3))

/** Precision, recall and F1 of each class of one model, then their averages. */
export function classesTable(model: ModelView): Table | undefined {
  const { per_class, averages } = model.details
  if (per_class === undefined) return undefined
  const classes = Object.entries(per_class).map(([label, c]) => [head(visible(label)), rate(c.precision), rate(c.recall), rate(c.f1_score), fixed(c.support, 0)])
  const means = Object.entries(averages ?? {}).map(([name, c]) => [head(`${name} average`), rate(c.precision), rate(c.recall), rate(c.f1_score), NONE])
  return {
    caption: `${model.name}: by class`,
    columns: [textColumn('Class'), ...['Precision', 'Recall', 'F1 score', 'Support'].map(numberColumn)],
    rows: [...classes, ...means],
    folded: true,
  }
}

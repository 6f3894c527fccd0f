import { confusionChart, confusionsTable } from '../charts/confusion-matrix.ts'
import type { Section } from '../section.ts'
import { classesTable } from '../tables/classes.ts'
import type { View } from '../view.ts'

/** Which classes are taken for which. */
export const classesSection = (view: View): Section => ({
  id: 'classes',
  title: 'By class',
  text: ['Rows are the true classes, columns the predicted ones; the shade is the share of the row, so a dark diagonal is good.'],
  tables: view.ordered.flatMap((model) => [confusionsTable(model) ?? [], classesTable(model) ?? []].flat()),
  figures: view.ordered.flatMap((model) => confusionChart(model) ?? []),
})

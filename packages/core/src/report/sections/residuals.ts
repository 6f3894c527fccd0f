import { residualQuantilesTable, residualsChart, worstRowsTable } from '../charts/residuals.ts'
import type { Section } from '../section.ts'
import type { View } from '../view.ts'

/** How far off numeric predictions are. All histograms share the height of the tallest bin. */
export function residualsSection(view: View): Section {
  const tallest = Math.max(1, ...view.ordered.flatMap((model) => model.details.residuals?.histogram.counts ?? []))
  return {
    id: 'residuals',
    title: 'Residuals',
    text: ['Truth minus prediction: bars right of the dashed line are samples that the model put too low.'],
    tables: [residualQuantilesTable(view.ordered) ?? [], ...view.ordered.map((model) => worstRowsTable(model) ?? [])].flat(),
    figures: view.ordered.flatMap((model) => residualsChart(model, tallest) ?? []),
  }
}

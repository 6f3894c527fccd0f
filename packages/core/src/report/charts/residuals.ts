import { shortened, visible } from '../escape.ts'
import { fixed, formatValue } from '../format.ts'
import type { Figure } from '../section.ts'
import { head, numberColumn, type Table, textColumn } from '../table.ts'
import type { ModelDetails, ModelView } from '../view.ts'
import { linearScale } from './scale.ts'
import { label, line, rect, svg, tickLabels, xAxis } from './svg.ts'

type Residuals = NonNullable<ModelDetails['residuals']>
const AREA = { left: 8, right: 332, top: 28, bottom: 150 }

/** How far off the predictions are: residuals (truth minus prediction) in bins, zero marked. */
export function residualsChart(model: ModelView, tallest: number): Figure | undefined {
  const residuals = model.details.residuals
  if (residuals === undefined || residuals.histogram.counts.length === 0) return undefined
  const { edges, counts } = residuals.histogram
  const x = linearScale([edges[0]!, edges.at(-1)!], [AREA.left, AREA.right])
  const y = linearScale([0, tallest], [AREA.bottom, AREA.top])
  const bars = counts.map((count, i) => rect(x(edges[i]!) + 0.5, y(count), x(edges[i + 1]!) - x(edges[i]!) - 1, AREA.bottom - y(count), 'fill s0'))
  const zero = edges[0]! < 0 && edges.at(-1)! > 0 && line(x(0), AREA.top, x(0), AREA.bottom, 'reference')
  const frame = {
    id: `residuals-${model.series}`,
    title: `Residuals of ${model.name}`,
    description: `Histogram of truth minus prediction in ${counts.length} bins; the highest bin holds ${fixed(Math.max(...counts), 0)}.`,
    width: 380,
    height: 174,
  }
  return { svg: svg(frame, label(AREA.left, 16, shortened(model.name, 42), 'strong'), xAxis(x, AREA), bars, zero), table: histogramTable(model, residuals) }
}

function histogramTable(model: ModelView, { histogram: { edges, counts } }: Residuals): Table {
  const labels = tickLabels(edges)
  return {
    caption: `${model.name}: residuals in bins`,
    columns: [textColumn('From'), textColumn('To'), numberColumn('Count')],
    rows: counts.map((count, i) => [labels[i]!, labels[i + 1]!, fixed(count, 0)]),
  }
}

/** Quantiles of the residuals of every model. */
export function residualQuantilesTable(models: readonly ModelView[]): Table | undefined {
  const withResiduals = models.flatMap((model) => (model.details.residuals === undefined ? [] : [{ model, quantiles: model.details.residuals.quantiles }]))
  const keys = [...new Set(withResiduals.flatMap(({ quantiles }) => Object.keys(quantiles)))]
  if (keys.length === 0) return undefined
  return {
    caption: 'Quantiles of the residuals (truth minus prediction)',
    columns: [textColumn('Model'), ...keys.map((key) => numberColumn(visible(key)))],
    rows: withResiduals.map(({ model, quantiles }) => [head(model.name), ...keys.map((key) => (Object.hasOwn(quantiles, key) ? formatValue(quantiles[key]!) : ''))]),
  }
}

/** The samples a model is furthest off on. */
export function worstRowsTable(model: ModelView): Table | undefined {
  const worst = model.details.residuals?.worst ?? []
  if (worst.length === 0) return undefined
  return {
    caption: `${model.name}: furthest off`,
    columns: ['Row', 'Truth', 'Predicted', 'Residual'].map(numberColumn),
    rows: worst.map(({ row, truth, predicted, residual }) => [head(String(row)), formatValue(truth), formatValue(predicted), formatValue(residual)]),
    folded: true,
  }
}

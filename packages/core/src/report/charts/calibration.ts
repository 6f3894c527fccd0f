import { fixed } from '../format.ts'
import type { Figure } from '../section.ts'
import { head, numberColumn, type Table, textColumn } from '../table.ts'
import type { ModelView, View } from '../view.ts'
import { type Curve, curvesChart } from './curves.ts'

type Bin = { readonly from: number; readonly to: number; readonly confidence: number; readonly accuracy: number; readonly count: number }

/** Reliability diagram: how often predictions of a given confidence come true. */
export function calibrationChart(view: View): Figure | undefined {
  const models = view.ordered.flatMap((model) => (binsOf(model).length === 0 ? [] : [{ model, bins: binsOf(model) }]))
  if (models.length === 0) return undefined
  const curves = models.map(({ model, bins }): Curve => ({ model, points: bins.map(({ confidence, accuracy }) => [confidence, accuracy]), counts: bins.map(({ count }) => count) }))
  const frame = {
    id: 'calibration',
    title: 'Calibration',
    description: `Share of right predictions against the confidence given, in equal-width bins, for ${curves.map(({ model }) => model.name).join(', ')}. On the diagonal the confidence is honest; larger marks stand for more samples.`,
    xTitle: 'Mean confidence in the bin',
    yTitle: 'Share that came true',
    diagonal: 'honest',
  }
  return { svg: curvesChart(frame, curves), table: binsTable(models) }
}

/** Bins that hold a sample. */
function binsOf(model: ModelView): Bin[] {
  const c = model.details.curves?.calibration
  if (c === undefined) return []
  return c.count.flatMap((count, i) => {
    const [confidence, accuracy] = [c.confidence[i], c.accuracy[i]]
    return typeof confidence === 'number' && typeof accuracy === 'number' && count > 0 ? [{ from: c.bin_lower[i]!, to: c.bin_upper[i]!, confidence, accuracy, count }] : []
  })
}

function binsTable(models: readonly { model: ModelView; bins: readonly Bin[] }[]): Table {
  return {
    caption: 'Calibration: bins that hold a sample',
    columns: [textColumn('Model'), textColumn('Bin'), numberColumn('Confidence'), numberColumn('Came true'), numberColumn('n')],
    rows: models.flatMap(({ model, bins }) =>
      bins.map((bin) => [head(model.name), `${fixed(bin.from, 2)} to ${fixed(bin.to, 2)}`, fixed(bin.confidence, 3), fixed(bin.accuracy, 3), fixed(bin.count, 0)]),
    ),
  }
}

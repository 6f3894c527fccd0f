import { fixed } from '../format.ts'
import type { Figure } from '../section.ts'
import { head, numberColumn, textColumn } from '../table.ts'
import type { View } from '../view.ts'
import { type Curve, curvesChart } from './curves.ts'

const RECALLS = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1]

/** Precision over recall of every model that has the curve; drawn in steps, since precision between two thresholds is no straight line. */
export function precisionRecallChart(view: View): Figure | undefined {
  const curves = view.ordered.flatMap((model): Curve[] => {
    const pr = model.details.curves?.precision_recall
    return pr === undefined ? [] : [{ model, points: pr.recall.map((recall, i) => [recall, pr.precision[i]!]) }]
  })
  if (curves.length === 0) return undefined
  const frame = {
    id: 'precision-recall',
    title: 'Precision-recall curve',
    description: `Precision against recall over all thresholds, for ${curves.map(({ model }) => model.name).join(', ')}. The table below gives the precision at chosen recalls.`,
    xTitle: 'Recall',
    yTitle: 'Precision',
  }
  return { svg: curvesChart(frame, curves.map(stepped)), table: precisionTable(curves) }
}

function stepped({ model, points }: Curve): Curve {
  return { model, points: points.flatMap(([x, y], i) => (i === 0 ? [[x, y] as const] : [[x, points[i - 1]![1]] as const, [x, y] as const])) }
}

function precisionTable(curves: readonly Curve[]) {
  const bestAt = ({ points }: Curve, recall: number) => Math.max(0, ...points.filter(([r]) => r >= recall - 1e-12).map(([, precision]) => precision))
  return {
    caption: 'Precision-recall curve: best precision where the recall is at least ...',
    columns: [textColumn('Model'), ...RECALLS.map((recall) => numberColumn(String(recall)))],
    rows: curves.map((curve) => [head(curve.model.name), ...RECALLS.map((recall) => fixed(bestAt(curve, recall), 3))]),
  }
}

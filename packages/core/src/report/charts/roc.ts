import { fixed } from '../format.ts'
import type { Figure } from '../section.ts'
import { head, numberColumn, textColumn } from '../table.ts'
import type { View } from '../view.ts'
import { type Curve, curvesChart } from './curves.ts'

const RATES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5]

/** Receiver operating characteristic of every model that has one. */
export function rocChart(view: View): Figure | undefined {
  const curves = view.ordered.flatMap((model): Curve[] => {
    const roc = model.details.curves?.roc
    return roc === undefined ? [] : [{ model, points: roc.fpr.map((fpr, i) => [fpr, roc.tpr[i]!]) }]
  })
  if (curves.length === 0) return undefined
  const frame = {
    id: 'roc',
    title: 'ROC curve',
    description: `True against false positive rate over all thresholds, for ${curves.map(({ model }) => model.name).join(', ')}. The table below gives the true positive rate at chosen false positive rates.`,
    xTitle: 'False positive rate',
    yTitle: 'True positive rate',
    diagonal: 'guessing',
  }
  return { svg: curvesChart(frame, curves), table: rocTable(curves) }
}

/** The highest true positive rate reached without more false positives than the column allows. */
function rocTable(curves: readonly Curve[]) {
  const reached = ({ points }: Curve, limit: number) => Math.max(0, ...points.filter(([fpr]) => fpr <= limit).map(([, tpr]) => tpr))
  return {
    caption: 'ROC curve: true positive rate where the false positive rate is at most ...',
    columns: [textColumn('Model'), ...RATES.map((rate) => numberColumn(String(rate)))],
    rows: curves.map((curve) => [head(curve.model.name), ...RATES.map((rate) => fixed(reached(curve, rate), 3))]),
  }
}

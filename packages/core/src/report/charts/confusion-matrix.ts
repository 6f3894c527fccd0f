import { shortened, visible } from '../escape.ts'
import { fixed } from '../format.ts'
import { type Markup, markup } from '../markup.ts'
import type { Figure } from '../section.ts'
import { type Cell, head, numberColumn, type Table, textColumn } from '../table.ts'
import type { ModelDetails, ModelView } from '../view.ts'
import { label, px, svg } from './svg.ts'

/** More classes than this give the most frequent confusions as a table instead. */
const MOST_CLASSES = 24
type Matrix = NonNullable<ModelDetails['confusion_matrix']>

const LEFT = 104
const TOP = 50

/** True classes in rows, predicted ones in columns; the shade is the share of the row. */
export function confusionChart(model: ModelView): Figure | undefined {
  const matrix = model.details.confusion_matrix
  if (matrix === undefined || matrix.labels.length > MOST_CLASSES) return undefined
  const cell = Math.min(56, Math.max(24, 300 / matrix.labels.length))
  const size = matrix.labels.length * cell
  const wrong = matrix.counts.flatMap((row, i) => row.filter((_, j) => i !== j)).reduce((sum, n) => sum + n, 0)
  const frame = {
    id: `confusion-${model.series}`,
    title: `Confusion matrix of ${model.name}`,
    description: `Counts of predicted classes for each true class; ${fixed(wrong, 0)} off the diagonal.`,
    width: LEFT + Math.max(size, 150) + 8,
    height: TOP + size + 8,
  }
  return { svg: svg(frame, [label(0, 14, shortened(model.name, 38), 'strong'), ...headers(matrix, cell), ...cells(matrix, cell)]), table: confusionTable(model, matrix) }
}

const names = (matrix: Matrix) => matrix.labels.map((name) => visible(String(name)))

function headers(matrix: Matrix, cell: number): Markup[] {
  const width = Math.max(2, Math.floor(cell / 6))
  const columns = names(matrix).map((name, j) => label(LEFT + (j + 0.5) * cell, TOP - 8, shortened(name, width), 'tick', 'middle'))
  const rows = names(matrix).map((name, i) => label(LEFT - 6, TOP + (i + 0.5) * cell + 4, shortened(name, 14), 'tick', 'end'))
  return [...columns, ...rows, label(LEFT - 6, TOP - 8, 'true \\ predicted', 'tick', 'end')]
}

function cells(matrix: Matrix, cell: number): Markup[] {
  return matrix.counts.flatMap((row, i) => {
    const total = row.reduce((sum, n) => sum + n, 0)
    return row.map((count, j) => cellMarkup(count, total === 0 ? 0 : count / total, LEFT + j * cell, TOP + i * cell, cell))
  })
}

function cellMarkup(count: number, share: number, x: number, y: number, size: number): Markup {
  const text = label(x + size / 2, y + size / 2 + 4, fixed(count, Number.isInteger(count) ? 0 : 1), share > 0.5 ? 'on' : count === 0 ? 'muted' : '', 'middle')
  return markup`<rect x="${px(x)}" y="${px(y)}" width="${px(size - 1)}" height="${px(size - 1)}" class="cell"/><rect x="${px(x)}" y="${px(y)}" width="${px(size - 1)}" height="${px(size - 1)}" class="shade" fill-opacity="${share.toFixed(2)}"/>${text}`
}

function confusionTable(model: ModelView, matrix: Matrix): Table {
  return {
    caption: `${model.name}: confusion matrix, true classes in rows, predicted in columns`,
    columns: [textColumn('True \\ predicted'), ...names(matrix).map(numberColumn)],
    rows: matrix.counts.map((row, i): Cell[] => [head(names(matrix)[i]!), ...row.map((n) => fixed(n, Number.isInteger(n) ? 0 : 1))]),
  }
}

/** For many classes: which ones are taken for which, most frequent first. */
export function confusionsTable(model: ModelView, most = 20): Table | undefined {
  const matrix = model.details.confusion_matrix
  if (matrix === undefined || matrix.labels.length <= MOST_CLASSES) return undefined
  const labels = names(matrix)
  const pairs = matrix.counts.flatMap((row, i) => row.flatMap((count, j) => (i === j || count === 0 ? [] : [{ i, j, count }])))
  const top = pairs.sort((a, b) => b.count - a.count).slice(0, most)
  return {
    caption: `${model.name}: most frequent confusions`,
    columns: [textColumn('True'), textColumn('Predicted'), numberColumn('Count')],
    rows: top.map(({ i, j, count }) => [head(labels[i]!), labels[j]!, fixed(count, 0)]),
    folded: true,
  }
}

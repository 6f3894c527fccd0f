import type { Column, RunBenchmarkRequest } from '../api/index.ts'
import { NumberRows } from '../json/number-rows.ts'
import type { Label, Probabilities, Weights } from '../metrics/index.ts'
import { encode, finite, isTyped, numbers, rowsOf } from './columns.ts'
import { fieldError, modelPlace, type Place, rowError, shown } from './describe.ts'
import { compareLabels, type LabelTable } from './labels.ts'

const ROW_SUM_TOLERANCE = 1e-3

interface Matrix {
  readonly columns: number
  readonly values: Float64Array
}

/** Scores or class probabilities of one model, and whether its rows sum to 1. */
export interface ScoredModel {
  readonly input: Probabilities
  readonly unnormalised: boolean
}

/** Checks the probabilities of one model against the labels. */
export function probabilitiesOf(request: RunBenchmarkRequest, table: LabelTable, modelId: string, weights: Weights): ScoredModel | undefined {
  const column = request.model_probabilities?.[modelId]
  if (!column) return undefined
  const place = modelPlace('model_probabilities', modelId)
  const matrix = matrixOf(column, place)
  const classes = classesOf(request, table)
  return matrix.columns === 1 ? binaryScores(matrix.values, table, weights, place) : classProbabilities(matrix, table, classes, weights, place)
}

/** The classes in column order, checked against the labels whether probabilities are posted or not. */
export function classesOf(request: RunBenchmarkRequest, table: LabelTable): readonly Label[] {
  const given = request.class_labels
  if (!given) return table.classes
  const missing = table.classes.find((label) => !given.includes(label))
  if (missing !== undefined && table.truth.includes(table.classes.indexOf(missing) as never))
    throw fieldError('invalid_data', ['class_labels'], `ground_truth holds the label ${shown(missing)}, class_labels does not. Name every class, in the column order of model_probabilities.`)
  if (new Set(given).size !== given.length) throw fieldError('invalid_data', ['class_labels'], 'class_labels names a class twice. Name each once.')
  return given
}

function matrixOf(column: Column, place: Place): Matrix {
  if (column instanceof NumberRows) return column
  if (isTyped(column)) return { columns: 1, values: numbers(column, place) }
  const rows = rowsOf(column) as readonly unknown[]
  return Array.isArray(rows[0]) ? matrixFromRows(rows, place) : { columns: 1, values: numbers(rows, place) }
}

function matrixFromRows(rows: readonly unknown[], place: Place): Matrix {
  const columns = (rows[0] as readonly unknown[]).length
  const values = new Float64Array(rows.length * columns)
  rows.forEach((row, i) => {
    if (!Array.isArray(row) && !ArrayBuffer.isView(row)) throw rowError('mixed_values', place, i, `${shown(row)} is no list, the rows before it are. Send one list of class probabilities per sample.`)
    const cells = row as ArrayLike<unknown>
    if (cells.length !== columns)
      throw rowError('invalid_data', place, i, `the row has ${cells.length} ${cells.length === 1 ? 'probability' : 'probabilities'}, row 0 has ${columns}. Send one per class in every row.`)
    for (let j = 0; j < columns; j++) values[i * columns + j] = finite(cells[j], place, i)
  })
  return { columns, values }
}

function binaryScores(values: Float64Array, table: LabelTable, weights: Weights, place: Place): ScoredModel {
  if (table.classes.length > 2)
    throw fieldError(
      'invalid_data',
      place.path,
      `${place.name} has one number per sample, but there are ${table.classes.length} classes. Send one row of ${table.classes.length} probabilities per sample.`,
    )
  const input = { n: values.length, truth: table.truth, classes: table.classes, positive: table.positive, columns: 1, values, calibrated: calibrated(values), weights }
  return { input, unnormalised: false }
}

function classProbabilities({ columns, values }: Matrix, table: LabelTable, classes: readonly Label[], weights: Weights, place: Place): ScoredModel {
  if (columns !== classes.length)
    throw fieldError(
      'invalid_data',
      place.path,
      `${place.name} has ${columns} columns, but there are ${classes.length} classes (${[...classes].sort(compareLabels).slice(0, 10).map(shown).join(', ')}). Send one column per class and name them in class_labels.`,
    )
  const n = values.length / columns
  const unnormalised = !rowsSumToOne(values, n, columns)
  if (columns === 2 && table.positive >= 0) return { input: { ...positiveColumn(values, n, classes, table), weights }, unnormalised }
  const truth =
    classes === table.classes
      ? table.truth
      : encode(
          Array.from(table.truth, (code) => table.classes[code]!),
          classes,
        )
  return { input: { n, truth, classes, positive: -1, columns, values, calibrated: calibrated(values), weights }, unnormalised }
}

function positiveColumn(values: Float64Array, n: number, classes: readonly Label[], table: LabelTable): Omit<Probabilities, 'weights'> {
  const at = classes.indexOf(table.classes[table.positive]!)
  const scores = new Float64Array(n)
  for (let i = 0; i < n; i++) scores[i] = values[2 * i + at]!
  return { n, truth: table.truth, classes: table.classes, positive: table.positive, columns: 1, values: scores, calibrated: calibrated(scores) }
}

function calibrated(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (values[i]! < 0 || values[i]! > 1) return false
  return true
}

function rowsSumToOne(values: Float64Array, n: number, columns: number): boolean {
  for (let i = 0; i < n; i++) {
    let sum = 0
    for (let j = 0; j < columns; j++) sum += values[i * columns + j]!
    if (Math.abs(sum - 1) > ROW_SUM_TOLERANCE) return false
  }
  return true
}

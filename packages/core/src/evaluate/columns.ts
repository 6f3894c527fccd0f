import type { Column } from '../api/index.ts'
import { CodedColumn } from '../json/coded-column.ts'
import { NumberRows } from '../json/number-rows.ts'
import type { Codes, Label } from '../metrics/index.ts'
import { bytesPresent } from '../metrics/kernels/index.ts'
import { type Place, rowError, shown } from './describe.ts'

export type LabelKind = 'number' | 'string' | 'boolean'
const LABEL_KINDS: ReadonlySet<string> = new Set(['number', 'string', 'boolean'])

type TypedColumn = Uint8Array | Int32Array | Float64Array
export const isTyped = (column: unknown): column is TypedColumn => ArrayBuffer.isView(column)

export const rowCount = (column: Column): number => (column instanceof NumberRows ? column.rows : column.length)

/** Row by row, whatever the reader made of the column. */
export const rowsOf = (column: Column): ArrayLike<unknown> => (column instanceof NumberRows || column instanceof CodedColumn ? column.toJSON() : column)

/** Labels of one column, checked: one kind, none missing; numbers are whole. */
export function labelKind(column: Column, place: Place, expected: LabelKind | undefined): LabelKind {
  if (isTyped(column)) return numericLabels(column, place, expected)
  if (column instanceof NumberRows) throw rowError('mixed_values', place, 0, 'is a list of numbers, not a label. Send one label per sample.')
  if (column instanceof CodedColumn) return codedLabels(column, place, expected)
  let kind = expected
  for (let row = 0; row < column.length; row++) {
    const value = column[row]
    if (typeof value !== kind) kind = checkedKind(value, kind, place, row)
    if (kind === 'number' && !Number.isInteger(value)) throw notWhole(value as number, place, row)
  }
  return kind ?? 'number'
}

function numericLabels(column: TypedColumn, place: Place, expected: LabelKind | undefined): LabelKind {
  if (expected !== undefined && expected !== 'number') throw mixed(column[0], expected, place, 0)
  if (column instanceof Float64Array) {
    const row = column.findIndex((value) => !Number.isInteger(value))
    if (row >= 0) throw notWhole(column[row]!, place, row)
  }
  return 'number'
}

/** The values that occur tell the kind; when one is wrong, the rows tell where. */
function codedLabels(column: CodedColumn, place: Place, expected: LabelKind | undefined): LabelKind {
  const present = column.present()
  const kind = expected ?? (typeof present[0] as LabelKind)
  const isSound = present.every((value) => typeof value === kind && LABEL_KINDS.has(kind) && (kind !== 'number' || Number.isInteger(value)))
  return isSound ? kind : labelKind(column.toJSON(), place, expected)
}

function checkedKind(value: unknown, kind: LabelKind | undefined, place: Place, row: number): LabelKind {
  if (value === null || value === undefined) throw rowError('missing_value', place, row, 'the label is null. Leave the sample out of every column or send its label.')
  if (!LABEL_KINDS.has(typeof value)) throw rowError('mixed_values', place, row, `${shown(value)} is no label. Send a number, a string or a boolean.`)
  if (kind !== undefined) throw mixed(value, kind, place, row)
  return typeof value as LabelKind
}

const mixed = (value: unknown, kind: LabelKind, place: Place, row: number) =>
  rowError('mixed_values', place, row, `${shown(value)} is a ${typeof value}, but the labels before it are ${kind}s (1 and "1" are different labels). Use one kind in the whole request.`)

const notWhole = (value: number, place: Place, row: number) =>
  rowError('mixed_values', place, row, `${shown(value)} is not a whole number, so it is no class label. Send classes here and scores as model_probabilities, or use task_type "regression".`)

/** Distinct labels of a column, added to `seen`. */
export function collectLabels(column: Column, seen: Set<Label>): void {
  if (column instanceof Uint8Array) {
    for (const value of bytesPresent(column)) seen.add(value)
  } else for (const value of column instanceof CodedColumn ? (column.present() as readonly Label[]) : (rowsOf(column) as readonly Label[])) seen.add(value)
}

/** Each label's index in `classes`. Columns of small whole numbers that are their own index are used as they are. */
export function encode(column: Column, classes: readonly Label[]): Codes {
  if (column instanceof Uint8Array) return encodeBytes(column, classes)
  const index = new Map(classes.map((label, i) => [label, i]))
  if (column instanceof CodedColumn) return column.recode(codesFor(classes.length, column.length), (value) => index.get(value!)!)
  const labels = rowsOf(column) as ArrayLike<Label>
  const codes = codesFor(classes.length, labels.length)
  for (let row = 0; row < labels.length; row++) codes[row] = index.get(labels[row]!)!
  return codes
}

function encodeBytes(column: Uint8Array, classes: readonly Label[]): Codes {
  if (classes.every((label, i) => label === i)) return column
  if (classes.length > 256) return encode(Array.from(column), classes)
  const table = new Uint8Array(256)
  classes.forEach((label, i) => {
    if (typeof label === 'number' && label >= 0 && label < 256) table[label] = i
  })
  return column.map((value) => table[value]!)
}

/** Zeroed codes in the smallest type that holds `classes` values. */
export function codesFor(classes: number, n: number): Codes {
  return classes <= 256 ? new Uint8Array(n) : classes <= 65_536 ? new Uint16Array(n) : new Uint32Array(n)
}

/** Numbers of one column, checked finite. */
export function numbers(column: Column, place: Place): Float64Array {
  if (isTyped(column)) return column instanceof Float64Array ? column : Float64Array.from(column)
  return Float64Array.from(rowsOf(column), (value, row) => finite(value, place, row))
}

export function finite(value: unknown, place: Place, row: number): number {
  if (value === null || value === undefined) throw rowError('missing_value', place, row, 'the number is null. Leave the sample out of every column or send its value.')
  if (typeof value !== 'number') throw rowError('mixed_values', place, row, `${shown(value)} is a ${Array.isArray(value) ? 'list' : typeof value}, not a number.`)
  if (!Number.isFinite(value)) throw rowError('not_finite', place, row, `${value} is not a finite number.`)
  return value
}

/** Strings of one column. */
export function strings(column: Column, place: Place): readonly string[] {
  const rows = rowsOf(column)
  for (let row = 0; row < rows.length; row++) checkString(rows[row], place, row)
  return rows as readonly string[]
}

function checkString(value: unknown, place: Place, row: number): void {
  if (typeof value === 'string') return
  if (value === null || value === undefined) throw rowError('missing_value', place, row, 'the text is null. Send "" for an empty text.')
  throw rowError('mixed_values', place, row, `${shown(value)} is a ${Array.isArray(value) ? 'list' : typeof value}, not a text.`)
}

/** One or more reference texts per row. */
export function references(column: Column, place: Place): readonly (readonly string[])[] {
  return Array.from(rowsOf(column), (value, row) => {
    if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return checkString(value, place, row) ?? [value as string]
    if ((value as readonly unknown[]).length === 0) throw rowError('missing_value', place, row, 'the list of references is empty. Send at least one text.')
    for (const text of value as readonly unknown[]) checkString(text, place, row)
    return value as readonly string[]
  })
}

/** A list of item ids per row. */
export function idLists(column: Column, place: Place): readonly (readonly Label[])[] {
  return Array.from(rowsOf(column), (value, row) => {
    if (!Array.isArray(value) && !ArrayBuffer.isView(value)) throw rowError('mixed_values', place, row, `${shown(value)} is no list. Send a list of item ids per sample.`)
    const ids = Array.from(value as ArrayLike<unknown>)
    const wrong = ids.find((id) => typeof id !== 'string' && typeof id !== 'number')
    if (wrong !== undefined) throw rowError('mixed_values', place, row, `${shown(wrong)} is no item id. Send strings or numbers.`)
    return ids as Label[]
  })
}

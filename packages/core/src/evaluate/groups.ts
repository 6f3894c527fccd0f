import type { Column, RunBenchmarkRequest } from '../api/index.ts'
import { CodedColumn, type CodedValue } from '../json/coded-column.ts'
import type { Codes } from '../metrics/index.ts'
import { codesFor, rowCount, rowsOf } from './columns.ts'
import { fieldError, fieldPlace, type Place, rowError, shown } from './describe.ts'

const MISSING = '(missing)'
const MAX_GROUPS = 1000
const MAX_FEATURES_CROSSED = 4

/** One sensitive feature, or the intersection of several, coded. */
export interface GroupFeature {
  /** "sex", or "sex & age" for an intersection. */
  readonly name: string
  readonly crossed: boolean
  readonly group: Codes
  readonly groups: readonly string[]
}

/** The sensitive features alone, then (with two to four of them) every pair and all together. */
export function groupFeatures(request: RunBenchmarkRequest, n: number): readonly GroupFeature[] {
  const single = Object.entries(request.sensitive_features ?? {}).map(([name, column]) => feature(name, column, n, request.missing_group === 'refuse'))
  return [...single, ...intersections(single)]
}

function feature(name: string, column: Column, n: number, refuseMissing: boolean): GroupFeature {
  const place: Place = { path: ['sensitive_features', name], name: `sensitive_features.${name}` }
  if (rowCount(column) !== n)
    throw fieldError('length_mismatch', place.path, `${place.name} has ${rowCount(column)} ${rowCount(column) === 1 ? 'value' : 'values'}, ground_truth has ${n}. Send one per sample.`)
  if (column instanceof CodedColumn) {
    if (refuseMissing && column.present().includes(null)) groupName(null, place, column.codes.indexOf(column.values.indexOf(null)), true)
    return fromCodes(name, column, false)
  }
  const names = Array.from(rowsOf(column), (value, row) => groupName(value, place, row, refuseMissing))
  return coded(name, names)
}

/** From codes, without a string for each row. */
function fromCodes(name: string, column: CodedColumn, crossed: boolean): GroupFeature {
  const nameOf = (value: CodedValue) => (value === null ? MISSING : String(value))
  const groups = checkedGroups(name, column.present().map(nameOf))
  const index = new Map(groups.map((group, i) => [group, i]))
  return { name, crossed, group: column.recode(codesFor(groups.length, column.length), (value) => index.get(nameOf(value)) ?? 0), groups }
}

function groupName(value: unknown, place: Place, row: number, refuseMissing: boolean): string {
  if (value === null || value === undefined) {
    if (refuseMissing) throw rowError('missing_value', place, row, 'the group is null and missing_group is "refuse". Send a group, or use missing_group "group".')
    return MISSING
  }
  if (typeof value === 'object') throw rowError('mixed_values', place, row, `${shown(value)} is no group. Send a string, a number or a boolean.`)
  return String(value as string | number | boolean)
}

function coded(name: string, names: readonly string[]): GroupFeature {
  const groups = checkedGroups(name, names)
  const index = new Map(groups.map((group, i) => [group, i]))
  const group = codesFor(groups.length, names.length)
  names.forEach((value, row) => {
    group[row] = index.get(value)!
  })
  return { name, crossed: false, group, groups }
}

/** The different names, sorted. */
function checkedGroups(name: string, names: readonly string[]): string[] {
  const groups = [...new Set(names)].sort()
  if (groups.length > MAX_GROUPS)
    throw fieldError(
      'invalid_data',
      fieldPlace('sensitive_features').path,
      `${name} has ${groups.length} groups; at most ${MAX_GROUPS} can be compared. Bin the values (age bands, say) before sending them.`,
    )
  return groups
}

function intersections(single: readonly GroupFeature[]): GroupFeature[] {
  if (single.length < 2 || single.length > MAX_FEATURES_CROSSED) return []
  const pairs = single.flatMap((a, i) => single.slice(i + 1).map((b) => [a, b]))
  const sets = single.length > 2 ? [...pairs, [...single]] : pairs
  return sets.map(cross).filter((feature) => feature !== undefined)
}

function cross(features: readonly GroupFeature[]): GroupFeature | undefined {
  if (features.reduce((product, { groups }) => product * groups.length, 1) > MAX_GROUPS) return undefined
  const combinations = features.reduce<string[]>((names, { groups }) => (names.length === 0 ? [...groups] : names.flatMap((name) => groups.map((group) => `${name} & ${group}`))), [])
  const codes = new Uint16Array(features[0]!.group.length)
  for (const { group, groups } of features) for (let row = 0; row < codes.length; row++) codes[row] = codes[row]! * groups.length + group[row]!
  return fromCodes(features.map(({ name }) => name).join(' & '), new CodedColumn(combinations, codes), true)
}

import { describe, expect, it } from 'vitest'
import type { Column, RunBenchmarkRequest } from '../api/index.ts'
import { CodedColumn, type CodedValue } from '../json/index.ts'
import { evaluateRun } from './run.ts'

const WORLD = { runId: 'benchmark-run-1', createdAt: '2026-01-01T00:00:00.000Z' }
const TRUTH = ['cat', 'dog', 'owl', 'cat', 'dog', 'cat', 'owl', 'dog', 'cat', 'cat']
const PREDICTED = ['cat', 'dog', 'cat', 'cat', 'owl', 'cat', 'owl', 'dog', 'dog', 'cat']
const SEX = ['f', 'm', null, 'f', 'm', 'm', 'f', 'f', 'm', 'f']
const AGE = [1, 2, 1, 2, 1, 2, 1, 2, 1, 2]

/** The same column as codes over its values, in another order and with one that never occurs. */
const coded = (rows: readonly CodedValue[]): CodedColumn => {
  const values = ['never', ...new Set(rows)].reverse()
  return new CodedColumn(
    values,
    Uint8Array.from(rows, (row) => values.indexOf(row)),
  )
}
const run = (as: (rows: readonly CodedValue[]) => Column, more: Partial<RunBenchmarkRequest> = {}) =>
  evaluateRun(
    {
      benchmark_name: 'b',
      dataset_id: 'd',
      task_type: 'classification',
      confidence: false,
      compare: false,
      ground_truth: as(TRUTH),
      model_predictions: { net: as(PREDICTED), wrong: as(TRUTH.toReversed()) },
      sensitive_features: { sex: as(SEX), age: as(AGE) },
      ...more,
    },
    WORLD,
  )
const asRows = (rows: readonly CodedValue[]): Column => rows

describe('columns of codes', () => {
  it('give the document that their rows give, intersections of groups and missing groups included', () => {
    const document = run(coded)
    expect(document).toEqual(run(asRows))
    expect(Object.keys(document.details['net']!.by_group!)).toEqual(['sex', 'age', 'sex & age'])
    expect(Object.keys(document.details['net']!.by_group!['sex & age']!)).toContain('(missing) & 1')
  })

  it('are refused as their rows are, with the place', () => {
    const missing = { ground_truth: coded([...TRUTH.slice(0, 9), null]) }
    expect(() => run(coded, missing)).toThrow('ground_truth, row 9: the label is null')
    expect(() => run(coded, { ground_truth: coded([...TRUTH.slice(0, 9), 1]) })).toThrow('ground_truth, row 9: 1 is a number')
    expect(() => run(coded, { missing_group: 'refuse' })).toThrow('sensitive_features.sex, row 2: the group is null')
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type FeatureMatrix, predictTrees, takeRows, trainTrees } from './index.ts'

interface Golden {
  readonly options: { readonly trees: number; readonly leaves: number; readonly learning_rate: number; readonly min_leaf: number }
  readonly test_rows: number
  readonly r2: Readonly<Record<string, number>>
  readonly data: readonly DataSet[]
}

interface DataSet {
  readonly columns: Readonly<Record<string, readonly (number | null)[]>>
  readonly target: readonly number[]
}

const golden: Golden = JSON.parse(readFileSync(new URL('../../../testdata/predict/boosted-trees.json', import.meta.url), 'utf8'))

function r2({ columns, target }: DataSet): number {
  const matrix: FeatureMatrix = {
    names: Object.keys(columns),
    columns: Object.values(columns).map((values) => Float64Array.from(values, (value) => value ?? Number.NaN)),
    categorical: Object.keys(columns).map((name) => name === 'kind'),
  }
  const { trees, leaves, learning_rate, min_leaf } = golden.options
  const rows = Array.from(target.keys())
  const [seen, unseen] = [rows.slice(0, -golden.test_rows), rows.slice(-golden.test_rows)]
  const of = (which: readonly number[]) => Float64Array.from(which, (row) => target[row]!)
  const ensemble = trainTrees(takeRows(matrix, seen), of(seen), { trees, maxLeaves: leaves, learningRate: learning_rate, minLeafWeight: min_leaf })
  const [predicted, truth] = [predictTrees(ensemble, takeRows(matrix, unseen)), of(unseen)]
  const mean = truth.reduce((sum, value) => sum + value, 0) / truth.length
  const squares = (residual: (value: number, row: number) => number) => truth.reduce((sum, value, row) => sum + residual(value, row) ** 2, 0)
  return 1 - squares((value, row) => value - predicted[row]!) / squares((value) => value - mean)
}

describe('boosted trees on data with missing values and categories', () => {
  const ours = golden.data.reduce((sum, dataSet) => sum + r2(dataSet), 0) / golden.data.length
  it.each(Object.entries(golden.r2))('fit new rows as well as %s: mean R2 no more than 0.005 below %d', (_, theirs) => {
    expect(ours).toBeGreaterThan(theirs - 0.005)
  })
})

import { type FeatureMatrix, huberLoss, serialiseTrees, trainTrees } from '@benchcast/core/predict/boosted-trees'
import { createRandom } from '@benchcast/core/stats'
import { afterAll, describe, expect, it } from 'vitest'
import { startTreeHelpers, withTreeHelpers } from './tree-helpers.ts'

const ROWS = 12_000

/** 20 numeric columns, some with holes or few values, and 2 categorical ones. */
function world(): { readonly matrix: FeatureMatrix; readonly target: Float64Array } {
  const { next, integer } = createRandom(3)
  const numeric = (column: number) => () => (column % 5 === 0 && next() < 0.1 ? Number.NaN : column % 4 === 0 ? integer(6) : next())
  const columns = Array.from({ length: 22 }, (_, column) => Float64Array.from({ length: ROWS }, column < 20 ? numeric(column) : () => integer(20)))
  const target = Float64Array.from({ length: ROWS }, (_, row) => Math.sin(7 * columns[1]![row]!) + columns[2]![row]! * columns[3]![row]! + ((columns[20]![row]! * 7) % 5) + 0.2 * next())
  return { matrix: { names: columns.map((_, i) => `x${i}`), columns, categorical: columns.map((_, i) => i >= 20) }, target }
}

const { matrix, target } = world()
const bytes = (options: object) => Buffer.from(serialiseTrees(trainTrees(matrix, target, { loss: huberLoss(0.5), trees: 15, maxLeaves: 40, ...options }))).toString('base64')

describe('threads that help to train trees', () => {
  const helpers = startTreeHelpers(3)
  afterAll(() => helpers.end())

  it.each([
    ['of all rows and columns', {}],
    ['of drawn rows and columns', { rowFraction: 0.8, featureFraction: 0.8, seed: 4 }],
    ['that must be monotone', { monotone: [0, 1, -1] }],
  ])('make trees %s the same to the bit', (_, options) => {
    expect(bytes({ ...options, helpers })).toBe(bytes(options))
  })
  it('are not waited for when they start late', () => {
    expect(bytes({ helpers: { count: 1, start: () => {} } })).toBe(bytes({}))
  })
  it('are lent to whatever trains, and taken back', async () => {
    expect(await withTreeHelpers(() => bytes({}))).toBe(bytes({}))
  })
})

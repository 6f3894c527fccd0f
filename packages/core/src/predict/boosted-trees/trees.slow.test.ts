import { describe, expect, it } from 'vitest'
import { createRandom } from '../../stats/index.ts'
import {
  absoluteLoss,
  explainTrees,
  type FeatureMatrix,
  gainImportance,
  huberLoss,
  parseTrees,
  permutationImportance,
  predictTrees,
  quantileLoss,
  serialiseTrees,
  squaredLoss,
  takeRows,
  trainTrees,
} from './index.ts'

const matrixOf = (columns: Readonly<Record<string, readonly number[]>>, categorical: readonly string[] = []): FeatureMatrix => ({
  names: Object.keys(columns),
  columns: Object.values(columns).map((values) => Float64Array.from(values)),
  categorical: Object.keys(columns).map((name) => categorical.includes(name)),
})

/** A made-up world: y = 2 (x > 0.5) + sin 6z + effect of the category, with holes in x. */
function world(rows: number, seed = 1): { readonly matrix: FeatureMatrix; readonly target: Float64Array } {
  const { next, integer } = createRandom(seed)
  const draw = (make: () => number) => Array.from({ length: rows }, make)
  const [x, z, kind] = [draw(() => (next() < 0.1 ? Number.NaN : next())), draw(next), draw(() => integer(12))]
  const target = Float64Array.from(x, (value, i) => (Number.isNaN(value) ? 5 : 2 * Number(value > 0.5)) + Math.sin(6 * z[i]!) + ((kind[i]! * 7) % 12) / 6)
  return { matrix: matrixOf({ x, z, kind }, ['kind']), target }
}

const OPTIONS = { trees: 40, maxLeaves: 15, learningRate: 0.2, minLeafWeight: 5, categoryLambda: 1, categorySmoothing: 1, minGroupWeight: 1 }
const { matrix, target } = world(800)
const LOSSES = [squaredLoss, absoluteLoss, huberLoss(0.5), quantileLoss(0.75)]

describe('boosted trees, small enough to work out by hand', () => {
  const steps = matrixOf({ x: [1, 2, 3, 4] })
  const one = { trees: 1, learningRate: 1, minLeafWeight: 1 }
  it('split between 2 and 3 and answer with the means of the two sides', () => {
    const ensemble = trainTrees(steps, Float64Array.of(1, 3, 10, 12), { ...one, maxLeaves: 2 })
    expect([...predictTrees(ensemble, matrixOf({ x: [-9, 2.5, 2.51, 9] }))]).toEqual([2, 2, 11, 11])
    expect([...ensemble.gain]).toEqual([2 * 4.5 ** 2])
  })
  it('shrink leaf values by lambda', () => {
    const ensemble = trainTrees(steps, Float64Array.of(-4, -4, 4, 4), { ...one, maxLeaves: 2, lambda: 2 })
    expect([...predictTrees(ensemble, steps)]).toEqual([-2, -2, 2, 2])
  })
  it('answer with medians for the absolute loss and with quantiles for the pinball loss', () => {
    const eight = matrixOf({ x: [1, 1, 1, 1, 2, 2, 2, 2] })
    const values = Float64Array.of(0, 1, 2, 90, 10, 11, 12, 90)
    const median = trainTrees(eight, values, { ...one, maxLeaves: 2, loss: absoluteLoss })
    expect([...predictTrees(median, matrixOf({ x: [1, 2] }))]).toEqual([1.5, 11.5])
    const high = trainTrees(matrixOf({ x: [1, 1, 1, 1] }), Float64Array.of(0, 1, 2, 90), { ...one, loss: quantileLoss(0.9) })
    expect(high.base).toBe(90)
  })
  it('learn where missing values belong', () => {
    const ensemble = trainTrees(matrixOf({ x: [1, 2, 3, Number.NaN] }), Float64Array.of(0, 0, 8, 8), { ...one, maxLeaves: 2 })
    expect([...predictTrees(ensemble, matrixOf({ x: [1, 3, Number.NaN] }))]).toEqual([0, 8, 8])
  })
  it('send a missing value to the heavier side where training had none', () => {
    const ensemble = trainTrees(steps, Float64Array.of(0, 4, 4, 4), { ...one, maxLeaves: 2 })
    expect(predictTrees(ensemble, matrixOf({ x: [Number.NaN] }))[0]).toBe(4)
  })
  it('split categories by set, a new one goes with the majority', () => {
    const kinds = matrixOf({ kind: [7, 3, 9, 5, 7, 3, 9, 5, 1, 1] }, ['kind'])
    const ensemble = trainTrees(kinds, Float64Array.of(1, 6, 1, 6, 1, 6, 1, 6, 6, 6), { ...one, maxLeaves: 2, categoryLambda: 0, categorySmoothing: 0, minCategoryWeight: 1, minGroupWeight: 1 })
    expect([...predictTrees(ensemble, matrixOf({ kind: [7, 9, 3, 5, 1, 77] }, ['kind']))]).toEqual([1, 1, 6, 6, 6, 6])
  })
  it('have no tree for a constant', () => {
    const ensemble = trainTrees(matrix, new Float64Array(800).fill(0.1))
    expect([ensemble.roots.length, ensemble.base]).toEqual([0, expect.closeTo(0.1, 14)])
  })
})

describe.each(LOSSES)('boosted trees with the $name loss', (loss) => {
  const ensemble = trainTrees(matrix, target, { ...OPTIONS, loss })
  const predictions = predictTrees(ensemble, matrix)
  const mean = (residuals: Float64Array) => residuals.reduce((sum, residual) => sum + loss.value(residual), 0) / residuals.length
  it('bring the loss down to a small part of a constant’s', () => {
    expect(mean(target.map((y, i) => y - predictions[i]!))).toBeLessThan(0.12 * mean(target.map((y) => y - ensemble.base)))
  })
  it('take a weight of 2 as the row twice, and a weight of 0 as no row', () => {
    const weights = Float64Array.from(target, (_, i) => i % 3)
    const twice = Array.from(target.keys()).flatMap((i) => new Array<number>(i % 3).fill(i))
    const weighted = predictTrees(trainTrees(matrix, target, { ...OPTIONS, loss, weights }), matrix)
    const repeated = predictTrees(
      trainTrees(
        takeRows(matrix, twice),
        Float64Array.from(twice, (i) => target[i]!),
        { ...OPTIONS, loss },
      ),
      matrix,
    )
    for (let i = 0; i < weighted.length; i++) expect(weighted[i]).toBeCloseTo(repeated[i]!, 5)
  })
  it('say of a row alone what they say of it among many', () => {
    for (let row = 0; row < 60; row++) expect(predictTrees(ensemble, takeRows(matrix, [row]))[0]).toBe(predictions[row])
  })
  it('predict the same to the last bit after serialise and parse, and serialise to the same bytes', () => {
    const bytes = serialiseTrees(ensemble)
    const parsed = parseTrees(bytes)
    expect(predictTrees(parsed, matrix)).toEqual(predictions)
    expect(parsed).toEqual(ensemble)
    expect(serialiseTrees(parsed)).toEqual(bytes)
  })
  it('are explained by contributions that add up to the prediction', () => {
    explainTrees(ensemble, takeRows(matrix, [0, 5, 9, 44, 500])).forEach(({ base, contributions }, i) => {
      expect(contributions.reduce((sum, value) => sum + value, base)).toBeCloseTo(predictions[[0, 5, 9, 44, 500][i]!]!, 9)
    })
  })
  it('obey monotone constraints', () => {
    const falling = { ...OPTIONS, loss, monotone: [-1, 1] }
    const grid = matrixOf({ x: Array.from({ length: 50 }, (_, i) => i / 50), z: new Array<number>(50).fill(0.3), kind: new Array<number>(50).fill(4) }, ['kind'])
    const along = predictTrees(trainTrees(matrix, target, falling), grid)
    for (let i = 1; i < 50; i++) expect(along[i]).toBeLessThanOrEqual(along[i - 1]!)
    const swapped = { ...grid, columns: [grid.columns[1]!, grid.columns[0]!, grid.columns[2]!] }
    const rising = predictTrees(trainTrees(matrix, target, falling), swapped)
    for (let i = 1; i < 50; i++) expect(rising[i]).toBeGreaterThanOrEqual(rising[i - 1]!)
    expect(rising[49]).toBeGreaterThan(rising[0]!)
  })
})

describe('boosted trees', () => {
  it('draw rows and columns by the seed: the same seed, the same trees', () => {
    const drawn = (seed: number) => serialiseTrees(trainTrees(matrix, target, { ...OPTIONS, rowFraction: 0.6, featureFraction: 0.7, seed }))
    expect(drawn(1)).toEqual(drawn(1))
    expect(drawn(1)).not.toEqual(drawn(2))
  })
  it('never split past the last bin of a column, whatever the column beside it has', () => {
    const { next, integer } = createRandom(6)
    const holes = (value: () => number) => Float64Array.from({ length: 800 }, () => (next() < 0.3 ? Number.NaN : value()))
    const columns = [holes(() => integer(3)), holes(next), holes(() => integer(2)), holes(() => integer(9))]
    const beside: FeatureMatrix = { names: ['a', 'b', 'c', 'd'], columns, categorical: [false, false, false, false] }
    const ofHoles = Float64Array.from({ length: 800 }, (_, row) => columns.reduce((sum, column, i) => sum + (Number.isNaN(column[row]!) ? i + 1 : column[row]! / 9), 0))
    const { skip, feature, threshold, bins } = trainTrees(beside, ofHoles, OPTIONS)
    const inner = [...skip.keys()].filter((node) => skip[node] !== -1)
    expect(inner.length).toBeGreaterThan(100)
    expect(inner.filter((node) => threshold[node]! > bins[feature[node]!]!.cuts.length)).toEqual([])
  })
  it('keep the number of trees that was best on validation rows', () => {
    const other = world(200, 2)
    const noisy = target.map((y, i) => y + Math.sin(i * 999) * 3)
    const full = trainTrees(matrix, noisy, { ...OPTIONS, trees: 150 })
    const stopped = trainTrees(matrix, noisy, { ...OPTIONS, trees: 150, validation: { ...other, patience: 20 } })
    const errorOf = (ensemble: typeof full) => predictTrees(ensemble, other.matrix).reduce((sum, p, i) => sum + (other.target[i]! - p) ** 2, 0)
    expect(stopped.roots.length).toBeLessThan(150)
    expect(errorOf(stopped)).toBeLessThan(errorOf(full))
  })
  it('rank the columns that matter above one that does not', () => {
    const withNoise: FeatureMatrix = {
      names: [...matrix.names, 'noise'],
      columns: [...matrix.columns, Float64Array.from(target, (_, i) => Math.sin(i * 777))],
      categorical: [...matrix.categorical, false],
    }
    const ensemble = trainTrees(withNoise, target, OPTIONS)
    expect(gainImportance(ensemble).at(-1)!.name).toBe('noise')
    expect(permutationImportance(ensemble, withNoise, target, squaredLoss).map(({ name }) => name)).toEqual(['x', 'z', 'kind', 'noise'])
  })
  it('refuse a target of another length, a target that is no number, and bytes that are no trees', () => {
    expect(() => trainTrees(matrix, target.slice(1))).toThrow('target has 799 values, the columns have 800')
    expect(() => trainTrees(matrix, target.with(3, Number.NaN))).toThrow('target[3] is NaN')
    expect(() => parseTrees(Uint8Array.of(1, 2, 3))).toThrow('another kind of file')
    expect(() => parseTrees(serialiseTrees(trainTrees(matrix, target, OPTIONS)).slice(0, -9))).toThrow('cut off')
  })
})

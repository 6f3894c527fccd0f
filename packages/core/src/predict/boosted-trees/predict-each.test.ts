import { expect, it } from 'vitest'
import { absoluteLoss, squaredLoss } from './losses.ts'
import { predictEach, predictTrees } from './predict-trees.ts'
import { trainTrees } from './train-trees.ts'

const matrixOf = (of: (row: number) => number) => ({
  names: ['x', 'kind'],
  columns: [Float64Array.from({ length: 200 }, (_, row) => of(row)), Float64Array.from({ length: 200 }, (_, row) => row % 3)],
  categorical: [false, true],
})
const matrix = matrixOf((row) => row / 200)
const target = Float64Array.from({ length: 200 }, (_, row) => Math.sin(row / 20) + (row % 3))

it('ensembles that are asked together say what each says alone, whether they put rows into the same bins or not', () => {
  const options = { trees: 8, maxLeaves: 7, minLeafWeight: 5, seed: 3 }
  const ensembles = [
    trainTrees(matrix, target, { ...options, loss: squaredLoss }),
    trainTrees(matrix, target, { ...options, loss: absoluteLoss }),
    trainTrees(
      matrixOf((row) => row ** 2 / 40_000),
      target,
      { ...options, loss: squaredLoss },
    ),
  ]
  const each = predictEach(ensembles, matrix)
  expect(each).toEqual(ensembles.map((ensemble) => predictTrees(ensemble, matrix)))
  expect(each[2]).not.toEqual(each[0])
})

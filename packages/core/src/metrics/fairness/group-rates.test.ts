import { expect, it } from 'vitest'
import { inputFromJson } from '../testing.ts'
import { groupRates } from './index.ts'

/** Group a: TP 2, FN 1, FP 1, TN 2. Group b: TP 0, FN 0, FP 1, TN 1: no positives. Group c: one row, predicted negative. */
const json = {
  truth: [1, 1, 1, 0, 0, 0, 0, 0, 1],
  predicted: [1, 1, 0, 1, 0, 0, 1, 0, 0],
  groups: ['a', 'a', 'a', 'a', 'a', 'a', 'b', 'b', 'c'],
}

it('gives each group its rates and the counts behind them', () => {
  const { a } = groupRates(inputFromJson('grouped_labels', json))
  expect(a).toEqual({
    n: 6,
    n_positive: 3,
    selection_rate: 3 / 6,
    tpr: 2 / 3,
    fpr: 1 / 3,
    accuracy: 4 / 6,
    precision: 2 / 3,
    estimable: true,
    counts: {
      selection_rate: { successes: 3, trials: 6 },
      tpr: { successes: 2, trials: 3 },
      fpr: { successes: 1, trials: 3 },
      precision: { successes: 2, trials: 3 },
      accuracy: { successes: 4, trials: 6 },
    },
  })
})

it('says null, not 0, where a group lacks the rows of a rate', () => {
  const { b, c } = groupRates(inputFromJson('grouped_labels', json))
  expect(b).toMatchObject({ n: 2, n_positive: 0, selection_rate: 1 / 2, tpr: null, fpr: 1 / 2, accuracy: 1 / 2, precision: 0, estimable: false })
  expect(c).toMatchObject({ n: 1, n_positive: 1, selection_rate: 0, tpr: 0, fpr: null, accuracy: 0, precision: null, estimable: false })
})

it('weighs the rates, counts the rows, and gives no binomial counts for weighted rows', () => {
  const { a } = groupRates(inputFromJson('grouped_labels', { ...json, weights: [1, 2, 1, 3, 1, 2, 1, 1, 1] }))
  expect(a).toMatchObject({ n: 6, n_positive: 3, selection_rate: 6 / 10, tpr: 3 / 4, fpr: 3 / 6, accuracy: 6 / 10, precision: 3 / 6, counts: {} })
})

it('knows only the accuracy of several classes', () => {
  const { a } = groupRates(inputFromJson('grouped_labels', { truth: [0, 1, 2, 2], predicted: [0, 1, 1, 2], groups: ['a', 'a', 'a', 'a'] }))
  expect(a).toMatchObject({ n: 4, n_positive: null, selection_rate: null, tpr: null, fpr: null, precision: null, accuracy: 3 / 4, estimable: true })
})

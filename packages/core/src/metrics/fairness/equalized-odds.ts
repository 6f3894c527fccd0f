import { DIFFERENCE, disparity, RATIO } from './disparity.ts'

const difference = {
  title: 'Equalized odds difference',
  definition: 'The larger of the gaps between groups in true positive rate and in false positive rate: 0 when errors are spread equally. Groups without rows of a class are left out of its rate.',
  reference: "fairlearn 0.15, equalized_odds_difference(agg='worst_case')",
  rates: ['tpr', 'fpr'],
  comparison: DIFFERENCE,
  perfect: 0,
} as const

export const equalizedOdds = disparity({ ...difference, id: 'equalized_odds', title: 'Equalized odds' })
export const equalizedOddsDifference = disparity({ ...difference, id: 'equalized_odds_difference' })
export const equalizedOddsRatio = disparity({
  id: 'equalized_odds_ratio',
  title: 'Equalized odds ratio',
  definition: 'The smaller of the ratios (smallest over largest group) of true positive rates and of false positive rates; a rate that is 0 in every group counts as equal.',
  reference: "fairlearn 0.15, equalized_odds_ratio(agg='worst_case')",
  rates: ['tpr', 'fpr'],
  comparison: RATIO,
  perfect: 1,
})

import { DIFFERENCE, disparity, RATIO } from './disparity.ts'

const difference = {
  title: 'Equal opportunity difference',
  definition: 'Largest minus smallest true positive rate of any group: 0 when positives are found equally often. Groups without positives are left out.',
  reference: 'fairlearn 0.15, equal_opportunity_difference',
  rates: ['tpr'],
  comparison: DIFFERENCE,
  perfect: 0,
} as const

export const equalOpportunity = disparity({ ...difference, id: 'equal_opportunity', title: 'Equal opportunity' })
export const equalOpportunityDifference = disparity({ ...difference, id: 'equal_opportunity_difference' })
export const equalOpportunityRatio = disparity({
  id: 'equal_opportunity_ratio',
  title: 'Equal opportunity ratio',
  definition: 'Smallest over largest true positive rate of any group: 1 when positives are found equally often. Groups without positives are left out.',
  reference: 'fairlearn 0.15, equal_opportunity_ratio',
  rates: ['tpr'],
  comparison: RATIO,
  perfect: 1,
})

import { DIFFERENCE, disparity, RATIO } from './disparity.ts'

const difference = {
  title: 'Demographic parity difference',
  definition: 'Largest minus smallest selection rate of any group: 0 when every group is predicted positive equally often. More than two classes: the largest over the classes, each against the rest.',
  reference: 'fairlearn 0.15, demographic_parity_difference',
  rates: ['selection_rate'],
  comparison: DIFFERENCE,
  perfect: null,
} as const

export const demographicParity = disparity({ ...difference, id: 'demographic_parity', title: 'Demographic parity' })
export const demographicParityDifference = disparity({ ...difference, id: 'demographic_parity_difference' })
export const demographicParityRatio = disparity({
  id: 'demographic_parity_ratio',
  title: 'Demographic parity ratio',
  definition:
    'Smallest over largest selection rate of any group: 1 when all are equal, below 0.8 fails the four-fifths rule. More than two classes: the smallest over the classes, each against the rest.',
  reference: 'fairlearn 0.15, demographic_parity_ratio',
  rates: ['selection_rate'],
  comparison: RATIO,
  perfect: null,
})

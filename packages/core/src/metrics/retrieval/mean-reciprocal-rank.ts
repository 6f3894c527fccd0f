import { perQueryMetric } from './per-query.ts'

/** First relevant item at rank 2: 1/2. */
export const meanReciprocalRank = perQueryMetric({
  id: 'mean_reciprocal_rank',
  title: 'Mean reciprocal rank',
  definition: 'Mean over queries of 1 / rank of the first relevant item, 0 where none is retrieved.',
  reference: 'Definition (Voorhees, 1999)',
  perfect: 1,
  score: ({ hits }) => (hits.length === 0 ? 0 : 1 / (hits[0]! + 1)),
})

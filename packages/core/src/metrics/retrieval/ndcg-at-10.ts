import { perQueryMetric } from './per-query.ts'

const K = 10
const discount = (rank: number): number => 1 / Math.log2(rank + 2)
/** Best possible gain of 0..K relevant items. */
const IDEAL: readonly number[] = Array.from({ length: K + 1 }, (_, relevant) => Array.from({ length: relevant }, (_, rank) => discount(rank)).reduce((sum, gain) => sum + gain, 0))

/** One relevant item, at rank 2: 1 / log2(3) = 0.63. */
export const ndcgAt10 = perQueryMetric({
  id: 'ndcg_at_10',
  title: 'nDCG@10',
  definition: 'Mean over queries of the discounted gain of the first 10, sum of 1 / log2(rank + 1) over relevant items (gain 1 or 0), relative to that of a perfect ranking.',
  reference: 'sklearn.metrics.ndcg_score 1.9.1 (k=10, binary relevance); Järvelin and Kekäläinen, 2002',
  perfect: 1,
  score: ({ hits, relevant }) => hits.filter((rank) => rank < K).reduce((sum, rank) => sum + discount(rank), 0) / IDEAL[Math.min(K, relevant)]!,
})

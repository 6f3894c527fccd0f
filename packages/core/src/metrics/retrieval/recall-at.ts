import type { Metric } from '../metric.ts'
import { perQueryMetric } from './per-query.ts'

/** Share of the relevant items among the first k: two relevant, one of them in the first five: `recall_at_5` 1/2. */
export const RECALL_AT: readonly Metric[] = [1, 5, 10].map((k) =>
  perQueryMetric({
    id: `recall_at_${k}`,
    title: `Recall@${k}`,
    definition: `Mean over queries of: relevant items among the first ${k} / relevant items. Below 1 even for a perfect ranking where a query has more than ${k}.`,
    reference: 'Definition (Manning et al., 2008)',
    perfect: null,
    score: ({ hits, relevant }) => hits.filter((rank) => rank < k).length / relevant,
  }),
)

import { withDeltaMethod } from '../delta-method.ts'
import type { Label, Rankings } from '../inputs.ts'
import { additiveMetric, type Metric, type MetricFacts } from '../metric.ts'
import { remembered } from '../remembered.ts'

/** A query as its metrics see it: which ranks (0 is best) hold a relevant item, and how many relevant items there are. */
export interface Query {
  readonly hits: readonly number[]
  readonly relevant: number
}

/** What one such metric says of itself. */
type PerQuery = Pick<MetricFacts, 'id' | 'title' | 'definition' | 'reference' | 'perfect'> & { score(query: Query): number }

const LEFT_OUT = 'Queries without a relevant item are left out; a repeated item counts once, at its best rank.'

/** The mean of a score over the queries that have a relevant item. State: sum of scores, number of such queries. */
export function perQueryMetric({ score, definition, ...facts }: PerQuery): Metric<'rankings'> {
  return additiveMetric({
    ...facts,
    definition: `${definition} ${LEFT_OUT}`,
    category: 'retrieval',
    input: 'rankings',
    tasks: ['multimodal', 'text_generation'],
    better: 'higher',
    range: [0, 1],
    unit: '',
    version: 1,
    params: [],
    symmetric: false,
    weighted: false,
    ...withDeltaMethod({
      statistic: {
        id: facts.id,
        size: () => 2,
        update: (state, input, _params, from, to) => {
          for (let row = from; row < to; row++) {
            const query = queryAt(input, row)
            if (query.relevant === 0) continue
            state[0]! += score(query)
            state[1]!++
          }
        },
      },
      value: ([sum, queries]) => (queries === 0 ? 'no_relevant_items' : sum! / queries!),
    }),
  })
}

const cache = new WeakMap<Rankings, Query[]>()

function queryAt(input: Rankings, row: number): Query {
  const queries = remembered(cache, input, () => [])
  queries[row] ??= queryOf(input.relevant[row]!, input.ranked[row]!)
  return queries[row]
}

function queryOf(relevant: readonly Label[], ranked: readonly Label[]): Query {
  const wanted = new Set(relevant)
  const hits: number[] = []
  for (const [rank, item] of [...new Set(ranked)].entries()) if (wanted.has(item)) hits.push(rank)
  return { hits, relevant: wanted.size }
}

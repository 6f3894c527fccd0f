import { itemMetric } from '../metric.ts'
import type { Ids } from './encoded-rows.ts'
import { AGREEMENT_FACTS } from './facts.ts'
import { bestOverReferences } from './items.ts'
import { squadRows } from './squad.ts'

const sameWords = (a: Ids, b: Ids): boolean => a.length === b.length && a.every((id, i) => id === b[i])

const items = bestOverReferences(squadRows, (hypothesis, reference) => Number(sameWords(hypothesis, reference)))

/** Share of texts that equal one of their references after normalisation: `exact_match` of "The cat." against "cat" is 1. */
export const exactMatch = itemMetric({
  ...AGREEMENT_FACTS,
  id: 'exact_match',
  title: 'Exact match',
  definition: 'Share of texts equal to one of their references after SQuAD normalisation: lower case, ASCII punctuation and the articles a, an, the removed, white space collapsed.',
  reference: 'SQuAD 2.0 evaluation (Rajpurkar et al., 2018), by definition',
  items,
  proportion: (input) => ({ successes: items(input).reduce((sum, hit) => sum + hit, 0), trials: input.n }),
})

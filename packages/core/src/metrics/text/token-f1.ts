import { itemMetric } from '../metric.ts'
import type { Ids } from './encoded-rows.ts'
import { AGREEMENT_FACTS } from './facts.ts'
import { bestOverReferences } from './items.ts'
import { ngramMatches } from './ngram-matches.ts'
import { squadRows } from './squad.ts'

const matches = new Float64Array(1)

function f1(hypothesis: Ids, reference: Ids): number {
  if (hypothesis.length === 0 || reference.length === 0) return Number(hypothesis.length === reference.length)
  const [same] = ngramMatches(hypothesis, [reference], matches)
  if (same === 0) return 0
  const precision = same! / hypothesis.length
  const recall = same! / reference.length
  return (2 * precision * recall) / (precision + recall)
}

/** Overlap of words with the best reference: `token_f1` of "the black cat" against "cat" is 2/3. */
export const tokenF1 = itemMetric({
  ...AGREEMENT_FACTS,
  id: 'token_f1',
  title: 'Token F1',
  definition: 'Mean over texts of the F1 of their words (a bag, SQuAD-normalised) against the best reference: 2PR/(P+R). Two texts that normalise to nothing agree (SQuAD 2.0): 1.',
  reference: 'SQuAD 2.0 evaluation (Rajpurkar et al., 2018), by definition',
  items: bestOverReferences(squadRows, f1),
})

import { withDeltaMethod } from '../delta-method.ts'
import { additiveMetric, type Outcome } from '../metric.ts'
import { rowStatistic } from '../row-statistic.ts'
import type { Ids } from './encoded-rows.ts'
import { HUNDRED_FACTS } from './facts.ts'
import { ngramMatches } from './ngram-matches.ts'
import { rows13a } from './tokenize-13a.ts'

const ORDERS = 4
/** State: tokens of the texts, tokens of the closest references, matched n-grams of orders 1..4, n-grams of the texts of orders 1..4, tokens of all references. */
const HYPOTHESIS = 0
const REFERENCE = 1
const MATCHED = 2
const TOTAL = MATCHED + ORDERS
const ALL_REFERENCES = TOTAL + ORDERS

const matches = new Float64Array(ORDERS)

const statistic = rowStatistic<'texts'>('bleu', ALL_REFERENCES + 1, (row, input, i) => {
  const rows = rows13a(input)
  const hypothesis = rows.hypothesis(i)
  const references = rows.references(i)
  row[HYPOTHESIS] = hypothesis.length
  row[REFERENCE] = closestLength(hypothesis.length, references)
  for (const reference of references) row[ALL_REFERENCES]! += reference.length
  row.set(ngramMatches(hypothesis, references, matches), MATCHED)
  for (let n = 0; n < ORDERS; n++) row[TOTAL + n] = Math.max(0, hypothesis.length - n)
})

/** The reference length nearest to `length`, the shorter of two equally near. */
function closestLength(length: number, references: readonly Ids[]): number {
  let closest = references[0]!.length
  for (const { length: candidate } of references) {
    const nearer = Math.abs(candidate - length) - Math.abs(closest - length)
    if (nearer < 0 || (nearer === 0 && candidate < closest)) closest = candidate
  }
  return closest
}

function value(state: Float64Array): Outcome {
  if (state[ALL_REFERENCES] === 0) return 'no_text'
  if (!matchedAny(state)) return 0
  let logs = 0
  let smoothing = 1
  for (let n = 0; n < ORDERS; n++) {
    const total = state[TOTAL + n]!
    if (total === 0) return 0
    const matched = state[MATCHED + n]!
    if (matched === 0) smoothing *= 2
    logs += Math.log((100 * (matched === 0 ? 1 / smoothing : matched)) / total)
  }
  const penalty = state[HYPOTHESIS]! < state[REFERENCE]! ? Math.exp(1 - state[REFERENCE]! / state[HYPOTHESIS]!) : 1
  return Math.min(100, penalty * Math.exp(logs / ORDERS))
}

const matchedAny = (state: Float64Array): boolean => state.subarray(MATCHED, TOTAL).some((count) => count > 0)

/** sacrebleu's corpus BLEU: "the cat sat on the mat" against "the cat is on the mat" is 37.99. */
export const bleu = additiveMetric({
  ...HUNDRED_FACTS,
  id: 'bleu',
  title: 'BLEU',
  definition:
    'Corpus BLEU on a scale of 0 to 100: brevity penalty times the geometric mean of the clipped 1- to 4-gram precisions, summed over all texts; case kept, 13a tokens, exponential smoothing, no effective order, closest reference length. A corpus without any 4-gram has 0.',
  reference: 'sacrebleu 2.6.0, nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0 (nrefs as posted, var where rows differ)',
  compat: { no_text: 0 },
  ...withDeltaMethod({ statistic, value }),
})

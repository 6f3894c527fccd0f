import { withDeltaMethod } from '../delta-method.ts'
import { additiveMetric, type Outcome } from '../metric.ts'
import { rowStatistic } from '../row-statistic.ts'
import { freshRows, type Ids } from './encoded-rows.ts'
import { HUNDRED_FACTS } from './facts.ts'
import { ngramMatches } from './ngram-matches.ts'
import { codePoints, withoutSpaces } from './python-text.ts'

const ORDERS = 6
const BETA_SQUARED = 4
/** State: for each order, n-grams of the texts, of their references, and matched; then the characters of all references. */
const COUNTS = 3 * ORDERS

const characterRows = freshRows((text): Ids => codePoints(withoutSpaces(text)))

const matches = new Float64Array(ORDERS)
const candidate = new Float64Array(COUNTS)

/** The reference with the best score of its own counts, the first of equals. */
const statistic = rowStatistic<'texts'>('chrf', COUNTS + 1, (row, input, i) => {
  const rows = characterRows(input)
  const hypothesis = rows.hypothesis(i)
  let best = -1
  for (const reference of rows.references(i)) {
    row[COUNTS]! += reference.length
    count(hypothesis, reference)
    const score = fScore(candidate)
    if (score <= best) continue
    best = score
    row.set(candidate)
  }
})

function count(hypothesis: Ids, reference: Ids): void {
  ngramMatches(hypothesis, [reference], matches)
  for (let n = 0; n < ORDERS; n++) {
    const inReference = Math.max(0, reference.length - n)
    candidate[3 * n] = inReference === 0 ? 0 : Math.max(0, hypothesis.length - n)
    candidate[3 * n + 1] = inReference
    candidate[3 * n + 2] = matches[n]!
  }
}

/** F-beta of the mean precision and the mean recall over the orders that both sides have. */
function fScore(counts: Float64Array): number {
  let precision = 0
  let recall = 0
  let orders = 0
  for (let k = 0; k < COUNTS; k += 3) {
    const [inText, inReference, matched] = [counts[k]!, counts[k + 1]!, counts[k + 2]!]
    if (inText <= 0 || inReference <= 0) continue
    precision += matched / inText
    recall += matched / inReference
    orders++
  }
  if (precision + recall === 0) return 0
  precision /= orders
  recall /= orders
  // In sacrebleu's order of operations: rounding decides between references that are equally good.
  return 100 * (((1 + BETA_SQUARED) * precision * recall) / (BETA_SQUARED * precision + recall))
}

const value = (state: Float64Array): Outcome => (state[COUNTS] === 0 ? 'no_text' : Math.min(100, fScore(state)))

/** sacrebleu's chrF2: "the cat sat on the mat" against "the cat is on the mat" is 64.58. */
export const chrf = additiveMetric({
  ...HUNDRED_FACTS,
  id: 'chrf',
  title: 'chrF',
  definition:
    'chrF2 on a scale of 0 to 100: F-beta (beta 2, recall counts more) of the mean precision and recall of character 1- to 6-grams, counts summed over all texts; case kept, white space left out, the best reference per text.',
  reference: 'sacrebleu 2.6.0, nrefs:1|case:mixed|eff:yes|nc:6|nw:0|space:no|version:2.6.0 (nrefs as posted, var where rows differ)',
  compat: { no_text: 0 },
  ...withDeltaMethod({ statistic, value }),
})

import { withDeltaMethod } from '../delta-method.ts'
import { additiveMetric, type Outcome } from '../metric.ts'
import { rowStatistic } from '../row-statistic.ts'
import { encodedRows } from './encoded-rows.ts'
import { ERROR_FACTS } from './facts.ts'
import { words } from './python-text.ts'
import { translationEdits } from './translation-edits.ts'

const lowerCaseRows = encodedRows((text, vocabulary) => vocabulary.ids(words(text.toLowerCase())))

/** State: edits to the nearest reference, mean reference length. */
const statistic = rowStatistic<'texts'>('ter', 2, (row, input, i) => {
  const rows = lowerCaseRows(input)
  const hypothesis = rows.hypothesis(i)
  const references = rows.references(i)
  row[0] = Math.min(...references.map((reference) => translationEdits(hypothesis, reference)))
  row[1] = references.reduce((sum, reference) => sum + reference.length, 0) / references.length
})

const value = (state: Float64Array): Outcome => (state[1] === 0 ? 'no_text' : 100 * (state[0]! / state[1]!))

/** sacrebleu's TER: "the cat sat on the mat" against "the cat is on the mat" is 16.67. */
export const ter = additiveMetric({
  ...ERROR_FACTS,
  id: 'ter',
  title: 'Translation edit rate',
  definition:
    'Word edits, block shifts included, per 100 reference words, both summed over all texts: 0 is perfect, above 100 is possible. Fewest edits over the references against their mean length; lower case, split at white space, shifts by tercom’s greedy search.',
  reference: 'sacrebleu 2.6.0, nrefs:1|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:2.6.0 (nrefs as posted, var where rows differ)',
  ...withDeltaMethod({ statistic, value }),
})

import { withDeltaMethod } from '../delta-method.ts'
import type { Texts } from '../inputs.ts'
import { additiveMetric, type Metric, type Outcome } from '../metric.ts'
import { rowStatistic } from '../row-statistic.ts'
import { editDistance } from './edit-distance.ts'
import { type EncodedRows, encodedRows, freshRows, type Ids } from './encoded-rows.ts'
import { ERROR_FACTS } from './facts.ts'
import { codePoints, SPACE, strip } from './python-text.ts'

interface Unit {
  readonly id: string
  readonly title: string
  readonly name: string
  readonly split: string
  rows(input: Texts): EncodedRows<Ids>
}

const SPACE_RUN = new RegExp(`[${SPACE}]{2,}`, 'g')
/** jiwer's words: runs of white space become one space, then the text is split at spaces, so that a lone tab stays inside its word. */
const jiwerWords = (text: string) =>
  strip(text.replace(SPACE_RUN, ' '))
    .split(' ')
    .filter((word) => word !== '')

const UNITS: readonly Unit[] = [
  { id: 'word_error_rate', title: 'Word error rate', name: 'words', split: 'case and punctuation count', rows: encodedRows((text, vocabulary) => vocabulary.ids(jiwerWords(text))) },
  { id: 'character_error_rate', title: 'Character error rate', name: 'characters', split: 'Unicode code points, spaces inside the text included', rows: freshRows((text) => codePoints(strip(text))) },
]

/** State: edits, units of the references. The reference with the fewest edits for its length, the first of equals. */
const statisticOf = ({ id, rows }: Unit) =>
  rowStatistic<'texts'>(id, 2, (row, input, i) => {
    const encoded = rows(input)
    const hypothesis = encoded.hypothesis(i)
    let [edits, units] = [Number.POSITIVE_INFINITY, 1]
    for (const reference of encoded.references(i)) {
      const distance = editDistance(reference, hypothesis)
      if (distance > 0 && distance * units >= edits * reference.length) continue
      edits = distance
      units = reference.length
      if (distance === 0) break
    }
    row[0] = edits
    row[1] = units
  })

const value = (state: Float64Array): Outcome => (state[1] === 0 ? 'no_text' : state[0]! / state[1]!)

/** Edits per reference word and per reference character. "the cat sat" against "the cat": `word_error_rate` 1/2. */
export const ERROR_RATES: readonly Metric[] = UNITS.map((unit) =>
  additiveMetric({
    ...ERROR_FACTS,
    id: unit.id,
    title: unit.title,
    definition: `Insertions, deletions and substitutions of ${unit.name} over the number of ${unit.name} in the references, both summed over all texts (${unit.split}); 0.1 is one edit in ten, above 1 is possible. Of several references, the one with the fewest edits for its length.`,
    reference: 'jiwer 4.0.0',
    ...withDeltaMethod({ statistic: statisticOf(unit), value }),
  }),
)

import { withDeltaMethod } from '../delta-method.ts'
import { additiveMetric, type Metric, type Outcome, type Statistic } from '../metric.ts'
import { editDistance } from './edit-distance.ts'
import { encodedRows, type Ids, type Vocabulary } from './encoded-rows.ts'
import { ERROR_FACTS } from './facts.ts'
import { codePoints, SPACE, strip } from './python-text.ts'

interface Unit {
  readonly id: string
  readonly title: string
  readonly name: string
  readonly split: string
  encode(text: string, vocabulary: Vocabulary): Ids
}

const SPACE_RUN = new RegExp(`[${SPACE}]{2,}`, 'g')
/** jiwer's words: runs of white space become one space, then the text is split at spaces, so that a lone tab stays inside its word. */
const jiwerWords = (text: string) =>
  strip(text.replace(SPACE_RUN, ' '))
    .split(' ')
    .filter((word) => word !== '')

const UNITS: readonly Unit[] = [
  { id: 'word_error_rate', title: 'Word error rate', name: 'words', split: 'case and punctuation count', encode: (text, vocabulary) => vocabulary.ids(jiwerWords(text)) },
  { id: 'character_error_rate', title: 'Character error rate', name: 'characters', split: 'Unicode code points, spaces inside the text included', encode: (text) => codePoints(strip(text)) },
]

/** State: edits, units of the references. */
function statisticOf({ id, encode }: Unit): Statistic<'texts'> {
  const rowsOf = encodedRows(encode)
  return {
    id,
    size: () => 2,
    update: (state, input, _params, from, to) => {
      const rows = rowsOf(input)
      for (let row = from; row < to; row++) addClosest(state, rows.hypothesis(row), rows.references(row))
    },
  }
}

/** The reference with the fewest edits for its length, the first of equals. */
function addClosest(state: Float64Array, hypothesis: Ids, references: readonly Ids[]): void {
  let [edits, units] = [Number.POSITIVE_INFINITY, 1]
  for (const reference of references) {
    const distance = editDistance(reference, hypothesis)
    if (distance > 0 && distance * units >= edits * reference.length) continue
    edits = distance
    units = reference.length
    if (distance === 0) break
  }
  state[0]! += edits
  state[1]! += units
}

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

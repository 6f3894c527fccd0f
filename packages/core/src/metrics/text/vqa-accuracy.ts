import { itemMetric } from '../metric.ts'
import { encodedRows } from './encoded-rows.ts'
import { AGREEMENT_FACTS } from './facts.ts'
import { vqaWords } from './vqa-words.ts'

/** Annotators who must agree for full marks. */
const ENOUGH = 3

const rows = encodedRows((text, vocabulary) => vocabulary.id(vqaWords(text).join(' ')))

/**
 * Mean over the annotators of min(1, agreeing others / 3): each one is left out once. The sum has two terms,
 * since leaving out one who agrees leaves one fewer.
 */
function score(agreeing: number, annotators: number): number {
  if (annotators === 1) return agreeing
  const enough = Math.min(ENOUGH, annotators - 1)
  const without = (left: number) => Math.min(1, left / enough)
  return (agreeing * without(agreeing - 1) + (annotators - agreeing) * without(agreeing)) / annotators
}

/** Agreement with human annotators. "2" against 10 answers of which three are "two": 0.9. */
export const vqaAccuracy = itemMetric({
  ...AGREEMENT_FACTS,
  category: 'multimodal',
  tasks: ['multimodal'],
  id: 'vqa_accuracy',
  title: 'VQA accuracy',
  definition:
    'Mean over questions of min(1, annotators who gave the answer / 3), averaged over leaving out one annotator each; answers normalised (case, punctuation, articles, number words, contractions). With fewer than four annotators all the others must agree; with one, it is an exact match.',
  reference: 'VQA evaluation (Antol et al., 2015; Goyal et al., 2017), by definition',
  items: (input) => {
    const encoded = rows(input)
    return Float64Array.from({ length: input.n }, (_, row) => {
      const answers = encoded.references(row)
      return score(answers.filter((answer) => answer === encoded.hypothesis(row)).length, answers.length)
    })
  },
})

import { itemMetric } from '../metric.ts'
import { editDistance } from './edit-distance.ts'
import { freshRows, type Ids } from './encoded-rows.ts'
import { AGREEMENT_FACTS } from './facts.ts'
import { bestOverReferences } from './items.ts'
import { codePoints, words } from './python-text.ts'

const THRESHOLD = 0.5

const rows = freshRows((text): Ids => codePoints(words(text.toLowerCase()).join(' ')))

function similarity(answer: Ids, reference: Ids): number {
  const longest = Math.max(answer.length, reference.length)
  if (longest === 0) return 1
  const atLeast = Math.abs(answer.length - reference.length)
  if (atLeast >= THRESHOLD * longest) return 0
  const distance = editDistance(answer, reference) / longest
  return distance < THRESHOLD ? 1 - distance : 0
}

/** Average normalised Levenshtein similarity of answers: "paris" against "Pariz" is 0.8, against "rome" 0. */
export const anls = itemMetric({
  ...AGREEMENT_FACTS,
  category: 'multimodal',
  tasks: ['multimodal'],
  id: 'anls',
  title: 'ANLS',
  definition: 'Mean over questions of the best 1 - edits / length of the longer text over the answers; 0 where edits reach half of it. Unicode code points, lower case, white space collapsed.',
  reference: 'Biten et al., Scene Text Visual Question Answering (2019), threshold 0.5, by definition',
  items: bestOverReferences(rows, similarity),
})

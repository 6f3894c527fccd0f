import { itemMetric, type Metric } from '../metric.ts'
import { commonSubsequenceLength } from './common-subsequence.ts'
import { AGREEMENT_FACTS } from './facts.ts'
import { bestOverReferences } from './items.ts'
import { ngramMatches } from './ngram-matches.ts'
import { type RougeText, rougeRows } from './rouge-tokens.ts'
import { unionHits } from './union-subsequence.ts'

/** Units of a text and how many of them it shares with a reference. */
interface Variant {
  readonly id: string
  readonly title: string
  readonly shares: string
  units(text: RougeText): number
  hits(text: RougeText, reference: RougeText): number
}

const tokenCount = ({ tokens }: RougeText) => tokens.length

const VARIANTS: readonly Variant[] = [
  ngrams(1, 'words'),
  ngrams(2, 'word pairs'),
  { id: 'rougeL', title: 'ROUGE-L', shares: 'the longest common subsequence of words', units: tokenCount, hits: (text, reference) => commonSubsequenceLength(reference.tokens, text.tokens) },
  { id: 'rougeLsum', title: 'ROUGE-Lsum', shares: 'the union of the longest common subsequences of the lines (split at newlines)', units: tokenCount, hits: lineHits },
]

function ngrams(n: number, shares: string): Variant {
  const matches = new Float64Array(n)
  return {
    id: `rouge${n}`,
    title: `ROUGE-${n}`,
    shares,
    units: ({ tokens }) => Math.max(0, tokens.length - n + 1),
    hits: (text, reference) => ngramMatches(text.tokens, [reference.tokens], matches)[n - 1]!,
  }
}

/** Between two single lines the union is the one longest common subsequence. */
function lineHits(text: RougeText, reference: RougeText): number {
  if (text.lines.length <= 1 && reference.lines.length <= 1) return commonSubsequenceLength(reference.tokens, text.tokens)
  return unionHits(reference.lines, text.lines)
}

function f1(variant: Variant, text: RougeText, reference: RougeText): number {
  const hits = variant.hits(text, reference)
  if (hits === 0) return 0
  const precision = hits / variant.units(text)
  const recall = hits / variant.units(reference)
  return (2 * precision * recall) / (precision + recall)
}

/** The four ROUGE F-measures. "the cat sat" against "the cat ran": `rouge1` 2/3, `rouge2` 1/2, `rougeL` 2/3. */
export const ROUGE: readonly Metric[] = VARIANTS.map((variant) =>
  itemMetric({
    ...AGREEMENT_FACTS,
    id: variant.id,
    title: variant.title,
    definition: `Mean over texts of the F-measure 2PR/(P+R) of ${variant.shares}, against the best reference. Words are lower-case runs of a-z and 0-9, no stemming: text in other scripts scores 0.`,
    reference: 'rouge_score 0.1.2, use_stemmer=False, score_multi, mean of fmeasure',
    items: bestOverReferences(rougeRows, (text, reference) => f1(variant, text, reference)),
  }),
)

import { describe, expect, it } from 'vitest'
import { withDeltaMethod } from '../delta-method.ts'
import type { Texts } from '../inputs.ts'
import { DEFAULT_PARAMS, type Metric, stateOf } from '../metric.ts'
import { seeded } from '../testing.ts'
import { commonSubsequenceLength } from './common-subsequence.ts'
import { editDistance } from './edit-distance.ts'
import { TEXT_METRICS, textSignatures } from './index.ts'
import { ngramMatches } from './ngram-matches.ts'
import { codePoints, strip, words } from './python-text.ts'
import { tokenize13a } from './tokenize-13a.ts'
import { translationEdits } from './translation-edits.ts'
import { vqaWords } from './vqa-words.ts'

const OVER_TEXTS = TEXT_METRICS.filter((metric) => metric.input === 'texts') as readonly Metric[]
const metric = (id: string) => TEXT_METRICS.find((m) => m.id === id)!

type Row = readonly [hypothesis: string, ...references: string[]]
const texts = (...rows: readonly Row[]): Texts => ({ n: rows.length, hypotheses: rows.map(([h]) => h), references: rows.map(([, ...r]) => r) })
const value = (id: string, ...rows: readonly Row[]) => metric(id).compute(texts(...rows), DEFAULT_PARAMS)

const randomIds = (next: () => number, longest: number, symbols: number) => Array.from({ length: Math.floor(next() * longest) }, () => Math.floor(next() * symbols))

/** A table of all prefixes, the textbook way, against which the fast kernels are held. */
function tableOf(a: readonly number[], b: readonly number[], edge: (k: number) => number, cell: (same: boolean, corner: number, up: number, left: number) => number): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => edge(j))
  for (const [i, x] of a.entries()) {
    const row = [edge(i + 1)]
    for (const [j, y] of b.entries()) row.push(cell(x === y, above[j]!, above[j + 1]!, row[j]!))
    above = row
  }
  return above.at(-1)!
}
const slowDistance = (a: readonly number[], b: readonly number[]) =>
  tableOf(
    a,
    b,
    (k) => k,
    (same, corner, up, left) => Math.min(corner + Number(!same), up + 1, left + 1),
  )
const slowSubsequence = (a: readonly number[], b: readonly number[]) =>
  tableOf(
    a,
    b,
    () => 0,
    (same, corner, up, left) => (same ? corner + 1 : Math.max(up, left)),
  )

describe('kernels', () => {
  it.each([2, 5, 40])('edit distance and common subsequence agree with their tables, %i symbols, up to several words of bits', (symbols) => {
    const next = seeded(symbols)
    for (let k = 0; k < 60; k++) {
      const [a, b] = [randomIds(next, 140, symbols), randomIds(next, 140, symbols)]
      expect(editDistance(a, b)).toBe(slowDistance(a, b))
      expect(commonSubsequenceLength(a, b)).toBe(slowSubsequence(a, b))
    }
  })

  it('n-gram matches are clipped by the largest count in any reference', () => {
    expect([
      ...ngramMatches(
        [1, 1, 1, 2],
        [
          [1, 2],
          [1, 1],
        ],
        new Float64Array(3),
      ),
    ]).toEqual([3, 2, 0])
    expect([...ngramMatches([], [[1]], new Float64Array(2))]).toEqual([0, 0])
    expect([...ngramMatches([1], [[]], new Float64Array(2))]).toEqual([0, 0])
  })

  it('a moved block is one edit, and moving back and forth is not needed', () => {
    expect(translationEdits([5, 6, 1, 2, 3, 4], [1, 2, 3, 4, 5, 6])).toBe(1)
    expect(translationEdits([], [1, 2])).toBe(2)
    expect(translationEdits([1, 2], [])).toBe(2)
  })
})

describe('tokens', () => {
  it('white space is what Python takes for it', () => {
    expect(words('\ta\u00a0b\x1fc\ufeffd\u3000\x85')).toEqual(['a', 'b', 'c\ufeffd'])
    expect(strip('\x1c a b\u2029')).toBe('a b')
  })

  it('characters are code points, lone surrogates included', () => {
    expect(codePoints('a😀\ud800')).toEqual([97, 0x1f600, 0xd800])
  })

  it('13a keeps points and commas inside numbers only', () => {
    expect(tokenize13a('It costs $1,000.50, in 2020-21 (approx.).')).toEqual(['It', 'costs', '$', '1,000.50', ',', 'in', '2020', '-', '21', '(', 'approx', '.', ')', '.'])
    expect(tokenize13a("don't &quot;x&quot; well-known U.S.")).toEqual(["don't", '"', 'x', '"', 'well-known', 'U', '.', 'S', '.'])
  })

  it('VQA answers are brought to one spelling', () => {
    expect(vqaWords('The two dogs, dont!')).toEqual(['2', 'dogs', "don't"])
    expect(vqaWords('1,000.5 U.S. 2:50')).toEqual(['1000.5', 'us', '2:50'])
  })
})

describe('values', () => {
  it('are those of the worked example', () => {
    const row = ['the cat sat on the mat', 'the cat is on the mat'] as const
    expect(value('bleu', row)).toBeCloseTo(37.99, 2)
    expect(value('chrf', row)).toBeCloseTo(64.58, 2)
    expect(value('ter', row)).toBeCloseTo(16.67, 2)
    expect(value('word_error_rate', row)).toBeCloseTo(1 / 6, 12)
    expect(value('rougeL', row)).toBeCloseTo(5 / 6, 12)
  })

  it('of answers follow their annotators', () => {
    const annotators = ['two', '2', 'Two.', ...Array.from({ length: 7 }, (_, k) => `other ${k}`)]
    expect(value('vqa_accuracy', ['2', ...annotators])).toBeCloseTo(0.9, 12)
    expect(value('vqa_accuracy', ['yes', 'Yes'])).toBe(1)
    expect(value('anls', ['paris', 'Pariz', 'rome'])).toBeCloseTo(0.8, 12)
    expect(value('anls', ['abcd', 'abxy'])).toBe(0)
  })

  it('need reference text where they divide by its length', () => {
    for (const id of ['bleu', 'chrf', 'ter', 'word_error_rate', 'character_error_rate']) expect(value(id, ['words', ''], ['', ' ']), id).toBe('no_text')
  })

  it('a row without references is compared with the empty text', () => {
    for (const { id } of OVER_TEXTS) expect(value(id, ['a b c'], ['a b c d e', 'a b c d e']), id).toBe(value(id, ['a b c', ''], ['a b c d e', 'a b c d e']))
  })

  it('state the signature that sacrebleu prints', () => {
    expect(textSignatures(texts(['a', 'b'])).bleu).toBe('nrefs:1|case:mixed|eff:no|tok:13a|smooth:exp|version:2.6.0')
    expect(textSignatures(texts(['a', 'b'], ['a', 'b', 'c'])).ter).toBe('nrefs:var|case:lc|tok:tercom|norm:no|punct:yes|asian:no|version:2.6.0')
  })

  it('perplexity beyond the largest number is undefined, not infinite', () => {
    const input = { n: 1, values: Float64Array.of(-800), offsets: Uint32Array.of(0, 1), bytes: null }
    expect(metric('perplexity').compute(input, DEFAULT_PARAMS)).toBe('overflow')
    expect(metric('bits_per_byte').compute(input, DEFAULT_PARAMS)).toBe('texts_missing')
  })
})

it('the delta method gives a ratio its textbook influence', () => {
  const { statistic } = metric('word_error_rate').additive!
  const input = texts(['a b c', 'a b d'], ['a', 'a b c d'], ['x y', 'x y'])
  const { influence } = withDeltaMethod({ statistic: statistic as never, value: ([edits, units]: Float64Array) => edits! / units! })
  const [edits, units] = stateOf(statistic, input as never, DEFAULT_PARAMS) as unknown as [number, number]
  const rows = [
    [1, 3],
    [3, 4],
    [0, 2],
  ] as const
  const textbook = rows.map(([e, u]) => (3 * (e - (edits / units) * u)) / units)
  for (const [i, v] of influence(input as never, DEFAULT_PARAMS)!.entries()) expect(v).toBeCloseTo(textbook[i]!, 8)
})

describe('hostile text', () => {
  const LENGTH = 30_000
  const fills = ['a', ' ', '. ', '1,', '-', '&amp;', 'the ', '\n', '😀']

  it.each(OVER_TEXTS.map((m) => [m.id, m] as const))('%s takes time linear in one long line', (_, m) => {
    for (const fill of fills) {
      const long = fill.repeat(LENGTH / fill.length)
      const started = performance.now()
      const actual = m.compute(texts([long, 'the cat sat'], ['the cat sat', long]), DEFAULT_PARAMS)
      expect(typeof actual === 'number' && Number.isFinite(actual), fill).toBe(true)
      expect(performance.now() - started, JSON.stringify(fill)).toBeLessThan(2_000)
    }
  })

  it('two huge lines are refused by ROUGE-Lsum with a remedy, where more than one line is compared', () => {
    const line = 'a '.repeat(40_000)
    expect(() => value('rougeLsum', [`${line}\nb`, `${line}\nc`])).toThrow(/40000 and 40000 words: break them/)
  })
})

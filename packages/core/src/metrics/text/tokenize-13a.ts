import { remembered } from '../remembered.ts'
import { encodedRows, type Ids, type Vocabulary } from './encoded-rows.ts'
import { strip, words } from './python-text.ts'

/** ASCII punctuation except the apostrophe, comma, dash and period, which need their neighbours. */
const SYMBOL = /[!-&(-+/:-@[-`{-~]/g
const POINT_AFTER_OTHER = /([^0-9])([.,])/g
const POINT_BEFORE_OTHER = /([.,])([^0-9])/g
const DASH_AFTER_DIGIT = /([0-9])-/g
const PLAIN_WORD = /^[^!-&(-/:-@[-`{-~]+$/

/**
 * Tokens of mteval-v13a, the default of sacrebleu: punctuation apart, periods and commas kept inside numbers, a dash apart after a digit.
 * `tokenize13a('It costs 1,000.50!')` is `['It', 'costs', '1,000.50', '!']`.
 */
export function tokenize13a(text: string): string[] {
  return words(unescaped(text)).flatMap(tokensOfWord)
}

/** Every rule looks at most at one space on either side, so words can be split one by one and remembered. */
function tokensOfWord(word: string): string[] {
  if (PLAIN_WORD.test(word)) return [word]
  return words(` ${word} `.replace(SYMBOL, ' $& ').replace(POINT_AFTER_OTHER, '$1 $2 ').replace(POINT_BEFORE_OTHER, ' $1 $2').replace(DASH_AFTER_DIGIT, '$1 - '))
}

function unescaped(text: string): string {
  const joined = strip(text).replaceAll('<skipped>', '').replaceAll('-\n', '').replaceAll('\n', ' ')
  return joined.includes('&') ? joined.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<').replaceAll('&gt;', '>') : joined
}

/** Each text as its 13a tokens. */
export const rows13a = encodedRows((text, vocabulary): Ids => {
  const known = remembered(knownWords, vocabulary, () => new Map<string, Ids>())
  const ids: number[] = []
  for (const word of words(unescaped(text))) {
    const tokens = known.get(word) ?? learn(known, word, vocabulary)
    for (let k = 0; k < tokens.length; k++) ids.push(tokens[k]!)
  }
  return ids
})

const knownWords = new WeakMap<Vocabulary, Map<string, Ids>>()

function learn(known: Map<string, Ids>, word: string, vocabulary: Vocabulary): Ids {
  const tokens = vocabulary.ids(tokensOfWord(word))
  known.set(word, tokens)
  return tokens
}

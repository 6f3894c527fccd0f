import { encodedRows } from './encoded-rows.ts'
import { words } from './python-text.ts'

const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/g
/** A word boundary as Python sees it: letters of every script and digits belong to words. */
const ARTICLES = /(?<![\p{L}\p{N}_])(?:a|an|the)(?![\p{L}\p{N}_])/gu

/** SQuAD's answer normaliser: lower case, ASCII punctuation and the articles a, an, the removed; what is left, as words. */
export function squadWords(text: string): string[] {
  return words(text.toLowerCase().replace(ASCII_PUNCTUATION, '').replace(ARTICLES, ' '))
}

/** Each text as its normalised words. */
export const squadRows = encodedRows((text, vocabulary) => vocabulary.ids(squadWords(text)))

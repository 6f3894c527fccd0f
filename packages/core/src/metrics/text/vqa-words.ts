import { words } from './python-text.ts'

const NUMBER_WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Contractions that people write without their apostrophe. Those that spell another word (its, were, well, shell, ill, hell, wed, shed, id) stay out. */
const CONTRACTIONS = [
  ["ain't", "aren't", "can't", "couldn't", "didn't", "doesn't", "don't", "hadn't", "hasn't", "haven't", "isn't", "mightn't", "mustn't", "needn't", "shan't", "shouldn't"],
  ["wasn't", "weren't", "won't", "wouldn't", "could've", "should've", "would've", "might've", "must've", "they've", "we've", "you've", "i've", "who've"],
  ["i'm", "he's", "she's", "that's", "there's", "what's", "where's", "who's", "how's", "when's", "why's", "somebody's", "someone's", "something's", "let's"],
  ["they'd", "you'd", "he'd", "who'd", "that'd", "there'd", "they'll", "you'll", "he'll", "that'll", "who'll", "they're", "you're", "o'clock", "ma'am", "y'all"],
].flat()

const REPLACED: ReadonlyMap<string, string> = new Map([
  ['none', '0'],
  ...NUMBER_WORDS.map((word, digit) => [word, String(digit)] as const),
  ...CONTRACTIONS.map((contraction) => [contraction.replaceAll("'", ''), contraction] as const),
])
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an', 'the'])

const COMMA_IN_NUMBER = /(?<=\d),(?=\d)/g
const POINT_OUTSIDE_NUMBER = /\.(?!\d)/g
/** All ASCII punctuation but apostrophe, colon (times) and what is left of the points; `$`, `%` and other signs carry meaning and stay. */
const PUNCTUATION = /[;/[\]"{}()=+\\_\-><@`,?!]/g

/**
 * An answer as VQA compares it: lower case; points dropped except before a digit; commas inside numbers dropped, other punctuation turned
 * into spaces; number words as digits; articles dropped; apostrophes put back. `vqaWords('The two dogs, dont!')` is `['2', 'dogs', "don't"]`.
 */
export function vqaWords(text: string): string[] {
  const plain = text.toLowerCase().replace(COMMA_IN_NUMBER, '').replace(POINT_OUTSIDE_NUMBER, '').replace(PUNCTUATION, ' ')
  return words(plain)
    .filter((word) => !ARTICLES.has(word))
    .map((word) => REPLACED.get(word) ?? word)
}

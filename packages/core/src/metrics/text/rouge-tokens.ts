import { encodedRows, type Ids } from './encoded-rows.ts'

const TOKEN = /[a-z0-9]+/g

/** A text as ROUGE sees it. */
export interface RougeText {
  readonly tokens: Ids
  /** The tokens by line, lines without any character left out. */
  readonly lines: readonly Ids[]
}

/** Lower-case runs of ASCII letters and digits: `rougeTokens("It's 5 o'clock")` is `['it', 's', '5', 'o', 'clock']`. */
export function rougeTokens(text: string): readonly string[] {
  return text.toLowerCase().match(TOKEN) ?? []
}

/** Each text as its ROUGE tokens, whole and by line. */
export const rougeRows = encodedRows((text, vocabulary): RougeText => {
  if (!text.includes('\n')) {
    const tokens = vocabulary.ids(rougeTokens(text))
    return { tokens, lines: text === '' ? [] : [tokens] }
  }
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => vocabulary.ids(rougeTokens(line)))
  return { tokens: lines.flat(), lines }
})

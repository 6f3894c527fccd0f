/** Narrowest and widest page that is laid out. */
const NARROW = 60
const WIDE = 160
/** For pipes and files, which have no width. */
const UNKNOWN = 100

/** Columns to lay out for. */
export const pageWidth = (columns: number | undefined): number => Math.min(WIDE, Math.max(NARROW, columns ?? UNKNOWN))

const DOUBLE = /[\p{Extended_Pictographic}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u
const ZERO = /[\p{Mark}\u200d]/u

/** Columns a text takes: East Asian characters and pictographs two, combining marks none. No control characters or escapes in it. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += ZERO.test(character) ? 0 : character > '\u00ff' && DOUBLE.test(character) ? 2 : 1
  return width
}

/** The text cut to a width, with an ellipsis where something is missing. */
export function fitted(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let cut = ''
  for (const character of text) {
    if (displayWidth(cut + character) > width - 1) break
    cut += character
  }
  return `${cut}…`
}

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)))
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - displayWidth(text))) + text

/** Lines of at most `width` columns, broken between words; a longer word is cut. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((each) => pieces(each, width))) {
    const longer = line === '' ? word : `${line} ${word}`
    if (displayWidth(longer) <= width) line = longer
    else {
      lines.push(line)
      line = word
    }
  }
  return line === '' ? lines : [...lines, line]
}

function pieces(word: string, width: number): string[] {
  if (displayWidth(word) <= width) return [word]
  const characters = Array.from(word)
  const step = Math.max(1, Math.floor(width / 2))
  return Array.from({ length: Math.ceil(characters.length / step) }, (_, i) => characters.slice(i * step, (i + 1) * step).join(''))
}

/** A text as an item of a list: lines after the first are indented. */
export const bulleted = (text: string, width: number): string[] => wrapped(text, width - 2).map((line, i) => `${i === 0 ? '·' : ' '} ${line}`)

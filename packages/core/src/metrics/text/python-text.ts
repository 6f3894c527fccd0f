/**
 * The references are Python programs, and Python's idea of white space is not JavaScript's: U+001C..U+001F and U+0085 are,
 * U+FEFF is not. Tokens must fall in the same places, so the class is spelled out here once.
 */
export const SPACE = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'

const ONE_SPACE = new RegExp(`[${SPACE}]`)
const SPACES = new RegExp(`[${SPACE}]+`)
const ALL_SPACES = new RegExp(`[${SPACE}]+`, 'g')

/** Words between white space, as `str.split()`. `words(' a  b ')` is `['a', 'b']`. */
export function words(text: string): string[] {
  return text.split(SPACES).filter((word) => word !== '')
}

/** The text without any white space, as `''.join(text.split())`. */
export function withoutSpaces(text: string): string {
  return text.replace(ALL_SPACES, '')
}

/** The text without white space at either end, as `str.strip()`. Walks from both ends: `/\s+$/` takes quadratic time on long runs of spaces. */
export function strip(text: string): string {
  let from = 0
  let to = text.length
  while (from < to && ONE_SPACE.test(text[from]!)) from++
  while (to > from && ONE_SPACE.test(text[to - 1]!)) to--
  return text.slice(from, to)
}

/** Unicode code points, the characters of a Python string. `codePoints('a😀')` is `[97, 128512]`. */
export function codePoints(text: string): number[] {
  const points: number[] = []
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i)!
    points.push(point)
    if (point > 0xffff) i++
  }
  return points
}

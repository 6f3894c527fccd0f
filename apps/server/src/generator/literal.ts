/** How a language of scripts writes values. */
export interface LiteralWords {
  readonly null: string
  readonly true: string
  readonly false: string
  /** A character beyond U+FFFF, by its code point. */
  readonly astral: (code: number) => string
}

/** A 16-bit unit by its code: the same in Python and JavaScript. */
export const unitEscape = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`

/** Everything but letters, digits and harmless signs: beyond ASCII, control characters, and what could end a script element or start a placeholder. */
const SPECIAL = /[^\x20-\x7e]|[<>&{}$`']/gu

function text(value: string, { astral }: LiteralWords): string {
  return JSON.stringify(value).replace(SPECIAL, (character) => {
    const code = character.codePointAt(0)!
    return code > 0xffff ? astral(code) : unitEscape(code)
  })
}

/**
 * A value as a literal of a language: one line of printable ASCII that says exactly this value and cannot end early, wherever in a script it stands. Numbers must be finite.
 *
 * @example literalOf(`a'b</script>`, PYTHON) // '"a\\u0027b\\u003c/script\\u003e"'
 */
export function literalOf(value: unknown, words: LiteralWords): string {
  if (typeof value === 'string') return text(value, words)
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value === 'boolean') return words[`${value}`]
  if (value === null) return words.null
  if (Array.isArray(value)) return `[${value.map((item) => literalOf(item, words)).join(', ')}]`
  throw new TypeError(`${typeof value} has no literal`)
}

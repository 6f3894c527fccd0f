/** Control characters, line separators, and what reorders or hides text; the joiners that scripts and emoji need are let pass. */
const INVISIBLE = /(?:[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf})+/gu
const NOTHING_TO_SEE = /^[\s\u200c\u200d]*$/

/** Text a caller chose, as one visible line: no control characters (terminal escapes among them), no direction overrides, no lone surrogates. */
export function visible(text: string): string {
  const line = text.toWellFormed().replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim()
  return NOTHING_TO_SEE.test(line) ? '(blank)' : line
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a reader takes for single characters, accents and joined emoji included. */
export const characters = (text: string): string[] => Array.from(GRAPHEMES.segment(text), ({ segment }) => segment)

/** The first `length` characters, with an ellipsis where something was cut. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const all = characters(text)
  return all.length <= length ? text : `${all.slice(0, length - 1).join('')}…`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' }

/** For text between tags and inside quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"'`]/g, (character) => ENTITIES[character]!)

/** For running text and table cells of GitHub-flavoured Markdown: nothing in it formats, links, mentions, ends a cell or opens a tag. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '&#64;')
    .replace(/:\/\//g, '&#58;//')
    .replace(/\bwww\./gi, 'www&#46;')
    .replace(/^([-+=#])/, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
}

const STARTS_FORMULA = /^[=+\-@\t\r\n]/
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/** One CSV cell (RFC 4180): a text that a spreadsheet would run as a formula gets a leading apostrophe; numbers stay as they are. */
export function csvCell(value: string | number): string {
  const text = String(value)
  const inert = STARTS_FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

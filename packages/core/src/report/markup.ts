import { escapeHtml } from './escape.ts'

/** Markup that is safe to print. Only {@link markup} makes it, and it escapes everything it is given. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

export type MarkupPart = string | number | Markup | null | undefined | false | readonly MarkupPart[]

/**
 * Template tag for HTML and SVG: every interpolated text is escaped, markup stays markup, lists are joined, null and false leave no trace.
 * Attributes are always written in double quotes.
 *
 * @example markup`<b title="${'"'}">${'<x>'}</b>`.text // '<b title="&quot;">&lt;x&gt;</b>'
 */
export function markup(strings: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup {
  return new Markup(strings.reduce((text, piece, i) => text + print(parts[i - 1]) + piece))
}

function print(part: MarkupPart): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Markup) return part.text
  return typeof part === 'object' ? part.map(print).join('') : escapeHtml(String(part))
}

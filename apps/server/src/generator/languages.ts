import { type LiteralWords, unitEscape } from './literal.ts'

interface Language {
  readonly ending: string
  readonly words: LiteralWords
  /** Whether parts that are TypeScript are taken in without their types. */
  readonly dropsTypes: boolean
}

/** A character beyond U+FFFF as its two UTF-16 units. */
const bothUnits = (code: number): string =>
  String.fromCodePoint(code)
    .split('')
    .map((unit) => unitEscape(unit.charCodeAt(0)))
    .join('')

const JAVASCRIPT: LiteralWords = { null: 'null', true: 'true', false: 'false', astral: bothUnits }

/** Languages that scripts are written in. */
export const LANGUAGES = {
  python: { ending: '.py', dropsTypes: false, words: { null: 'None', true: 'True', false: 'False', astral: (code: number) => `\\U${code.toString(16).padStart(8, '0')}` } },
  typescript: { ending: '.ts', dropsTypes: false, words: JAVASCRIPT },
  html: { ending: '.html', dropsTypes: true, words: JAVASCRIPT },
} as const satisfies Record<string, Language>
export type LanguageId = keyof typeof LANGUAGES

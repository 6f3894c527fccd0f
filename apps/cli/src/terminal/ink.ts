import { styleText } from 'node:util'

/** How text stands out on a terminal. Every mark is also a sign or a word, so that nothing is lost without colour. */
export interface Ink {
  readonly strong: (text: string) => string
  readonly soft: (text: string) => string
  /** Blue: told apart from the default ink with every common kind of colour blindness. */
  readonly accent: (text: string) => string
}

const plain = (text: string): string => text
export const PLAIN: Ink = { strong: plain, soft: plain, accent: plain }

const styled = (format: Parameters<typeof styleText>[0]) => (text: string) => (text === '' ? '' : styleText(format, text, { validateStream: false }))
const COLOUR: Ink = { strong: styled('bold'), soft: styled('dim'), accent: styled(['bold', 'blueBright']) }

/** Colour only for a terminal that a person looks at, and never where NO_COLOR is set. */
export function inkFor(stream: { readonly isTTY?: boolean }, environment: Readonly<Record<string, string | undefined>>): Ink {
  const wanted = stream.isTTY === true && !environment.NO_COLOR && environment.TERM !== 'dumb'
  return wanted ? COLOUR : PLAIN
}

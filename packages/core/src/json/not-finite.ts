import type { Cursor } from './cursor.ts'
import { refuse } from './refuse.ts'

/** How programs write what JSON has no word for. */
const WORDS = ['NaN', 'Infinity', '-Infinity', '-NaN', '+Infinity', 'nan', 'inf', '-inf']

/** Throws not_finite when one of those words stands at the cursor. */
export function refuseNotFinite({ bytes, pos }: Cursor): void {
  const word = WORDS.find((candidate) => startsWith(bytes, pos, candidate))
  if (word !== undefined) refuse('not_finite', bytes, pos, `${word} is not JSON: send a number, or leave out the field or sample that has none`)
}

/** Whether ASCII `text` stands at byte `pos`. */
function startsWith(bytes: Uint8Array, pos: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[pos + i] !== text.charCodeAt(i)) return false
  return true
}

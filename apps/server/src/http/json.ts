import { BenchcastError } from '@benchcast/core/errors'
import { type KnownColumns, readJson, refuse } from '@benchcast/core/json'

const ESCAPED_NUL = Buffer.from(String.raw`\u0000`)
const BACKSLASH = 0x5c
const NO_COLUMNS: ReadonlySet<string> = new Set()

/** Reads a JSON body. Arrays of numbers inside the named members of the top object become typed arrays. A NUL in any string is refused: not every database can hold one. */
export function readBodyJson(bytes: Uint8Array, columns: ReadonlySet<string> = NO_COLUMNS, known?: KnownColumns): unknown {
  if (bytes.length === 0) throw new BenchcastError('malformed_json', 'The body is empty: send a JSON object.')
  refuseNul(bytes)
  return readJson(bytes, { columns, ...(known && { known }) })
}

/** Looks at the bytes, which is much faster than looking at every string. A raw NUL is not JSON anyway; an escape counts when its backslash is not escaped itself. */
function refuseNul(bytes: Uint8Array): void {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = text.indexOf(ESCAPED_NUL); at >= 0; at = text.indexOf(ESCAPED_NUL, at + 1)) {
    if (backslashesBefore(text, at) % 2 === 0) refuse('malformed_json', bytes, at, String.raw`a string holds a NUL character (\u0000): remove it`)
  }
}

function backslashesBefore(text: Buffer, at: number): number {
  let start = at
  while (text[start - 1] === BACKSLASH) start -= 1
  return at - start
}

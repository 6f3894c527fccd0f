import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'

const CHUNK_CHARACTERS = 64 * 1024

/**
 * JSON text of a list between `head` and `tail`, made and sent piece by piece: other requests get their turn in between, however long the list is.
 *
 * @example streamList('{"runs":[', ['{"a":1}', '{"a":2}'], ']}') // {"runs":[{"a":1},{"a":2}]}
 */
export const streamList = (head: string, items: Iterable<string>, tail: string): Readable => Readable.from(pieces(head, items, tail))

async function* pieces(head: string, items: Iterable<string>, tail: string): AsyncGenerator<string> {
  let text = head
  let separator = ''
  for (const item of items) {
    text += separator + item
    separator = ','
    if (text.length < CHUNK_CHARACTERS) continue
    yield text
    text = ''
    await setImmediate()
  }
  yield text + tail
}

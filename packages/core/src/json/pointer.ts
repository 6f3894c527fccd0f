const QUOTE = 0x22
const BACKSLASH = 0x5c

interface Frame {
  readonly isObject: boolean
  index: number
  key: string
}

/**
 * RFC 6901 pointer of the value that begins at, or holds, byte `offset` of a JSON text that is sound up to there; '' is the whole text.
 * Inside a key it is the pointer of the member before its value is known.
 *
 * @example
 * pointerAt(new TextEncoder().encode('{"a": [1, NaN]}'), 10) // '/a/1'
 */
export function pointerAt(bytes: Uint8Array, offset: number): string {
  const frames: Frame[] = []
  let pos = 0
  while (pos < offset) {
    const byte = bytes[pos]!
    const top = frames.at(-1)
    if (byte === QUOTE) {
      const end = stringEnd(bytes, pos)
      if (top?.isObject && top.key === '' && end <= offset) top.key = `/${escaped(keyText(bytes.subarray(pos, end)))}`
      pos = end
      continue
    }
    if (byte === 0x7b || byte === 0x5b) frames.push({ isObject: byte === 0x7b, index: 0, key: '' })
    else if (byte === 0x7d || byte === 0x5d) frames.pop()
    else if (byte === 0x2c && top !== undefined) {
      top.index++
      top.key = ''
    }
    pos++
  }
  return frames.map((frame) => (frame.isObject ? frame.key : `/${frame.index}`)).join('')
}

/** The offset behind the closing quote. */
function stringEnd(bytes: Uint8Array, start: number): number {
  let pos = start + 1
  while (pos < bytes.length && bytes[pos] !== QUOTE) pos += bytes[pos] === BACKSLASH ? 2 : 1
  return pos + 1
}

function keyText(quoted: Uint8Array): string {
  const text = new TextDecoder().decode(quoted)
  try {
    return JSON.parse(text)
  } catch {
    return text.slice(1, -1)
  }
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1')
}

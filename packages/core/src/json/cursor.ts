/** Strings are cut from a decoded window of this many bytes, so that one kept string pins little text. */
const WINDOW = 16_384

const COMMA = 0x2c
const SPACE = 0x20
/** So many characters are put together sooner than cut. */
const FEW = 12

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
/** One character per byte, whatever the byte: offsets in text equal offsets in bytes. */
const bytewise = new TextDecoder('latin1')

/** The bytes being read and the place reached. */
export class Cursor {
  readonly bytes: Uint8Array
  readonly view: DataView
  readonly end: number
  pos = 0
  /** Open arrays and objects at `pos`. */
  depth = 0
  private window = ''
  private windowStart = 0

  constructor(bytes: Uint8Array) {
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.end = bytes.byteLength
  }

  /** The byte at `pos`, 0 at the end: no JSON token holds a 0 byte. */
  peek(): number {
    return this.pos < this.end ? this.bytes[this.pos]! : 0
  }

  /** Moves past spaces, tabs and line ends; gives the byte found there. */
  skipSpace(): number {
    let byte = this.peek()
    while (byte <= 0x20 && (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)) {
      this.pos++
      byte = this.peek()
    }
    return byte
  }

  /** Moves past a comma, and a space behind it, to an item that begins with the byte `first`; false, with the cursor unmoved, when no such item follows. */
  passComma(first: number): boolean {
    const { bytes, pos } = this
    const next = bytes[pos + 1] === SPACE ? pos + 2 : pos + 1
    if (bytes[pos] !== COMMA || bytes[next] !== first) return false
    this.pos = next
    return true
  }

  /** Text of ASCII bytes. */
  ascii(from: number, to: number): string {
    if (to - from <= FEW && from + FEW <= this.end) return fewCharacters(this.bytes, from).slice(0, to - from)
    if (from < this.windowStart || to > this.windowStart + this.window.length) this.moveWindow(from, to)
    return this.window.slice(from - this.windowStart, to - this.windowStart)
  }

  /** Text of any UTF-8; throws a TypeError when the bytes are none. */
  text(from: number, to: number): string {
    return utf8.decode(this.bytes.subarray(from, to))
  }

  private moveWindow(from: number, to: number): void {
    this.window = bytewise.decode(this.bytes.subarray(from, Math.min(this.end, Math.max(to, from + WINDOW))))
    this.windowStart = from
  }
}

/** Twelve ASCII bytes as text. */
function fewCharacters(b: Uint8Array, at: number): string {
  return String.fromCharCode(b[at]!, b[at + 1]!, b[at + 2]!, b[at + 3]!, b[at + 4]!, b[at + 5]!, b[at + 6]!, b[at + 7]!, b[at + 8]!, b[at + 9]!, b[at + 10]!, b[at + 11]!)
}

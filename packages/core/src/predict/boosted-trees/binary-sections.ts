import { BenchcastError } from '../../errors.ts'

const TYPES = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, i32: Int32Array, f32: Float32Array, f64: Float64Array } as const
type Section = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array
/** Named arrays of numbers. */
export type BinarySections = Readonly<Record<string, Section>>

/** A header and named arrays as bytes, little-endian: length of the header's JSON (4 bytes), the JSON, then the arrays one after the other. */
export function writeSections(header: object, sections: BinarySections): Uint8Array {
  const layout = Object.entries(sections).map(([name, values]) => [name, typeOf(values), values.length])
  const text = new TextEncoder().encode(JSON.stringify({ header, layout }))
  const parts = [new Uint8Array(Uint32Array.of(text.length).buffer), text, ...Object.values(sections).map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength))]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/**
 * What `writeSections` wrote.
 *
 * @throws BenchcastError `invalid_data` when the bytes are cut off or something else.
 */
export function readSections<Header>(bytes: Uint8Array): { readonly header: Header; readonly sections: BinarySections } {
  const { header, layout, end } = readLayout<Header>(bytes)
  let at = end
  const sections: Record<string, Section> = {}
  for (const [name, type, length] of layout) {
    const size = length * TYPES[type].BYTES_PER_ELEMENT
    if (at + size > bytes.length) throw new BenchcastError('invalid_data', `The bytes end inside section ${name}: the file is cut off, fetch it again.`)
    sections[name] = new TYPES[type](bytes.slice(at, at + size).buffer)
    at += size
  }
  return { header, sections }
}

interface Layout<Header> {
  readonly header: Header
  readonly layout: readonly (readonly [name: string, type: keyof typeof TYPES, length: number])[]
  /** Where the header ends. */
  readonly end: number
}

function readLayout<Header>(bytes: Uint8Array): Layout<Header> {
  try {
    const end = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)
    return { ...JSON.parse(new TextDecoder().decode(bytes.subarray(4, end))), end }
  } catch (cause) {
    throw new BenchcastError('invalid_data', 'The bytes do not start with a header of arrays: this is another kind of file.', { cause })
  }
}

function typeOf(values: Section): string {
  return Object.entries(TYPES).find(([, type]) => values instanceof type)![0]
}

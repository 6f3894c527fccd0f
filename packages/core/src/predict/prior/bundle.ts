import { BenchcastError } from '../../errors.ts'

/** Typed arrays that a bundle can hold. */
const ARRAYS = { Float64Array, Float32Array, Int32Array, Uint32Array, Int16Array, Uint16Array, Int8Array, Uint8Array } as const
type ArrayName = keyof typeof ARRAYS
type AnyArray = InstanceType<(typeof ARRAYS)[ArrayName]>

/** Where an array lies in the bytes, how it is stored, and what it becomes when it is read. */
interface Stored {
  readonly $array: ArrayName
  readonly as: ArrayName
  readonly at: number
  readonly length: number
}

const MAGIC = 'BCPRIOR1'
const INTEGERS: readonly ArrayName[] = ['Uint8Array', 'Int8Array', 'Uint16Array', 'Int16Array']

/**
 * Plain data with typed arrays as bytes: a mark, the length of a JSON text, the JSON, then the arrays (little endian), each in the narrowest type that holds it exactly.
 * The same value gives the same bytes.
 *
 * @example
 * readBundle(writeBundle({ base: 1, values: Float32Array.of(0.5) })) // { base: 1, values: Float32Array [0.5] }
 */
export function writeBundle(value: unknown): Uint8Array {
  const arrays: AnyArray[] = []
  let at = 0
  const lift = (item: unknown): unknown => {
    if (!isTypedArray(item)) return item
    const [name, narrow] = [nameOf(item), narrowed(item)]
    const stored: Stored = { $array: name, as: nameOf(narrow), at, length: narrow.length }
    arrays.push(narrow)
    at += Math.ceil(narrow.byteLength / 8) * 8
    return stored
  }
  const json = padded(new TextEncoder().encode(JSON.stringify(value, (_, item: unknown) => lift(item))))
  const bytes = new Uint8Array(16 + json.length + at)
  bytes.set(new TextEncoder().encode(MAGIC))
  new DataView(bytes.buffer).setUint32(8, json.length, true)
  bytes.set(json, 16)
  let offset = 16 + json.length
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset)
    offset += Math.ceil(array.byteLength / 8) * 8
  }
  return bytes
}

/**
 * The data of a bundle.
 *
 * @throws BenchcastError `invalid_model` when the bytes are no bundle or end early
 */
export function readBundle(bytes: Uint8Array): unknown {
  const isBundle = bytes.length >= 16 && new TextDecoder().decode(bytes.subarray(0, 8)) === MAGIC
  if (!isBundle) throw new BenchcastError('invalid_model', 'The prior weights are not a file of this program: restore packages/core/src/predict/weights, or run npm run train:prior.')
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true)
  const start = 16 + length
  const text = new TextDecoder().decode(bytes.subarray(16, start))
  return JSON.parse(text, (_, item: unknown) => (isStored(item) ? restore(bytes, start, item) : item))
}

function restore(bytes: Uint8Array, start: number, { $array, as, at, length }: Stored): AnyArray {
  const Narrow = ARRAYS[as]
  const end = start + at + length * Narrow.BYTES_PER_ELEMENT
  if (end > bytes.length) throw new BenchcastError('invalid_model', `The prior weights end at byte ${bytes.length} of ${end}: restore packages/core/src/predict/weights, or run npm run train:prior.`)
  // A copy of its own: the slice of a Node Buffer is a view of the whole.
  const narrow = new Narrow(Uint8Array.from(bytes.subarray(start + at, end)).buffer)
  return as === $array ? narrow : ARRAYS[$array].from(narrow)
}

/** JSON may end in spaces; arrays begin at a multiple of eight. */
function padded(text: Uint8Array): Uint8Array {
  const result = new Uint8Array(Math.ceil(text.length / 8) * 8).fill(32)
  result.set(text)
  return result
}

const isTypedArray = (item: unknown): item is AnyArray => ArrayBuffer.isView(item) && !(item instanceof DataView)
const isStored = (item: unknown): item is Stored => typeof item === 'object' && item !== null && '$array' in item
const nameOf = (array: AnyArray): ArrayName => array.constructor.name as ArrayName

function narrowed(array: AnyArray): AnyArray {
  if (array instanceof Float64Array && array.every((value) => Object.is(Math.fround(value), value))) return Float32Array.from(array)
  if (array instanceof Float32Array || array instanceof Float64Array) return array
  const fits = INTEGERS.find((name) => ARRAYS[name].BYTES_PER_ELEMENT < array.BYTES_PER_ELEMENT && array.every((value) => ARRAYS[name].of(value)[0] === value))
  return fits === undefined ? array : ARRAYS[fits].from(array)
}

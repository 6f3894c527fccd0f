/** A list of values of a request; numbers may come in a typed array. */
export type Column<T> = readonly T[] | Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float32Array | Float64Array

type Plain = Readonly<Record<string, unknown>>

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
const isTyped = (value: unknown): value is Float64Array => ArrayBuffer.isView(value) && !(value instanceof DataView)
/** Where columns are in requests: model_predictions.<id>, model_probabilities.<id>.<row>. A replacer would be called for each number of them. */
const DEEPEST = 4

/** JSON text of a body. Typed arrays are sent as arrays, wherever a request has columns. */
export const jsonOf = (body: object): string => JSON.stringify(withArrays(body, 0))

function withArrays(value: unknown, depth: number): unknown {
  if (isTyped(value)) return Array.from(value)
  if (depth === DEEPEST) return value
  if (isPlain(value)) return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withArrays(member, depth + 1)]))
  if (Array.isArray(value) && value.some(isTyped)) return value.map((item) => withArrays(item, depth + 1))
  return value
}

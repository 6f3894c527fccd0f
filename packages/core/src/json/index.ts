import { ifKnown } from '../errors.ts'
import type { NumberColumn } from './number-list.ts'
import { type KnownColumns, Reader } from './reader.ts'

export { CodedColumn, type CodedValue } from './coded-column.ts'
export type { NumberColumn } from './number-list.ts'
export { NumberRows } from './number-rows.ts'
export type { KnownColumns } from './reader.ts'
export { refuse } from './refuse.ts'

export interface ReadOptions {
  /** Arrays and objects may lie so deep in each other. */
  readonly maxDepth?: number
  /** Only arrays in these members of the top object become typed, at any depth; without it, arrays everywhere do. */
  readonly columns?: ReadonlySet<string>
  /** Columns that {@link readColumn} has read from this text, perhaps in another thread: they are not read again. */
  readonly known?: KnownColumns
}

/**
 * Reads a JSON text in UTF-8, faster than JSON.parse where it holds many numbers. The value is JSON.parse's, except that
 *
 * - an array of 8 or more numbers is a Uint8Array, an Int32Array or a Float64Array, the first that holds them all unchanged (-0 needs the last);
 * - an array of equally long arrays of numbers, 8 numbers or more in all, is a {@link NumberRows}.
 *
 * A typed array may be a view of a slightly larger buffer: use it, not its `buffer`. Members are own properties of plain objects, and
 * none can change a prototype; ask `Object.hasOwn` before reading a key that a caller chose.
 *
 * Stricter than JSON.parse, it throws a BenchcastError that names the place (JSON pointer, byte) and the remedy: `duplicate_key`;
 * `not_finite` for NaN, Infinity and numbers beyond a double; `malformed_json` for all else that is not JSON, for a byte order mark,
 * invalid UTF-8, the key `__proto__`, and nesting beyond `maxDepth` (32).
 *
 * @example
 * readJson(new TextEncoder().encode('{"truth": [0, 1, 1, 0, 1, 0, 0, 1]}')) // { truth: Uint8Array [0, 1, 1, 0, 1, 0, 0, 1] }
 */
export function readJson(bytes: Uint8Array, { maxDepth = 32, columns, known }: ReadOptions = {}): unknown {
  return new Reader(bytes, maxDepth, columns, known).read()
}

/**
 * Reads an array of 8 or more numbers that `bytes` hold from its opening bracket to its closing one, as {@link readJson} does. Undefined for
 * everything else, sound or not.
 *
 * @example
 * readColumn(new TextEncoder().encode('[0.5, 1, 2, 3, 4, 5, 6, 7]')) // Float64Array [0.5, 1, 2, 3, 4, 5, 6, 7]
 */
export function readColumn(bytes: Uint8Array): NumberColumn | undefined {
  const value = ifKnown(() => readJson(bytes))
  return ArrayBuffer.isView(value) ? (value as NumberColumn) : undefined
}

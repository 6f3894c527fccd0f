/** What a cell of a {@link CodedColumn} may say; null is a missing value. */
export type CodedValue = string | number | boolean | null

/**
 * A column with few different values: row i holds `values[codes[i]]`. It says the same as the array of its rows, in a byte or two a row:
 * readers of files make it where they know the values beforehand.
 *
 * @example
 * new CodedColumn(['cat', 'dog'], Uint8Array.of(1, 0, 1)).toJSON() // ['dog', 'cat', 'dog']
 */
export class CodedColumn {
  /** Different from each other, in any order; not all need occur. */
  readonly values: readonly CodedValue[]
  /** Below `values.length`. */
  readonly codes: Uint8Array | Uint16Array | Uint32Array

  #present: readonly CodedValue[] | undefined

  constructor(values: readonly CodedValue[], codes: Uint8Array | Uint16Array | Uint32Array) {
    this.values = values
    this.codes = codes
  }

  get length(): number {
    return this.codes.length
  }

  /** What JSON would hold; also what JSON.stringify writes. */
  toJSON(): CodedValue[] {
    return Array.from(this.codes, (code) => this.values[code]!)
  }

  /** The values that occur, in the order of `values`. */
  present(): readonly CodedValue[] {
    this.#present ??= this.#findPresent()
    return this.#present
  }

  #findPresent(): CodedValue[] {
    const { codes } = this
    const seen = new Uint8Array(this.values.length)
    for (let row = 0; row < codes.length; row++) seen[codes[row]!] = 1
    return this.values.filter((_, code) => seen[code] === 1)
  }

  /** The code of each row in another list of values: `mapped[row] = codeOf(value of the row)`, in an array like `mapped`, which is filled. */
  recode<C extends Uint8Array | Uint16Array | Uint32Array>(mapped: C, codeOf: (value: CodedValue) => number): C {
    const table = Uint32Array.from(this.values, (value) => codeOf(value))
    for (let row = 0; row < this.codes.length; row++) mapped[row] = table[this.codes[row]!]!
    return mapped
  }
}

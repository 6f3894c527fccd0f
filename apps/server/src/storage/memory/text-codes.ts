const MOST = 65_535
/** What a text costs in a map and a list beside its characters. */
const OVERHEAD_BYTES = 100

/** Texts of a column by number, shared by all blocks of it: a column of few different texts takes two bytes a row. */
export class TextCodes {
  /** The code of NULL. */
  static readonly NULL = MOST
  readonly #codes = new Map<string, number>()
  readonly #texts: string[] = []
  #ordered: { readonly texts: readonly string[]; readonly places: Int32Array } | undefined
  bytes = 0

  /** The code of a text, a new one where it has none; undefined once there are no more. */
  add(text: string): number | undefined {
    const known = this.#codes.get(text)
    if (known !== undefined || this.#texts.length >= MOST) return known
    const own = ownText(text)
    this.#codes.set(own, this.#texts.length)
    this.bytes += OVERHEAD_BYTES + own.length
    return this.#texts.push(own) - 1
  }

  find(text: string): number | undefined {
    return this.#codes.get(text)
  }

  textOf(code: number): string {
    return this.#texts[code]!
  }

  get texts(): readonly string[] {
    return this.#texts
  }

  /** Place of each code in the order of its texts, which is that of their UTF-8, as in the database. */
  get places(): Int32Array {
    return this.#order().places
  }

  /** The place of any text; between two places where it has no code. */
  placeOf(text: string): number {
    const code = this.#codes.get(text)
    if (code !== undefined) return this.places[code]!
    const after = this.#order().texts.findIndex((other) => compareAsUtf8(other, text) > 0)
    return (after < 0 ? this.#texts.length : after) - 0.5
  }

  #order() {
    if (this.#ordered?.texts.length === this.#texts.length) return this.#ordered
    const texts = this.#texts.toSorted(compareAsUtf8)
    const places = new Int32Array(texts.length)
    for (const [place, text] of texts.entries()) places[this.#codes.get(text)!] = place
    this.#ordered = { texts, places }
    return this.#ordered
  }
}

/** A copy that does not keep the text alive that it was cut out of. */
export const ownText = (text: string): string => Buffer.from(text).toString()

/** The order of code points, which UTF-8 keeps and UTF-16 does not. */
const compareAsUtf8 = (a: string, b: string): number => (a === b ? 0 : /[\ud800-\udfff]/.test(a + b) ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : a < b ? -1 : 1)

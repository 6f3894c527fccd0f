import type { Texts } from '../inputs.ts'
import { remembered } from '../remembered.ts'

/** Tokens as small integers: equal tokens, equal numbers. */
export type Ids = readonly number[]

/** Numbers handed out to tokens in the order they are met; shared by all texts compared with the same references. */
export class Vocabulary {
  readonly #ids = new Map<string, number>()

  id(token: string): number {
    return remembered(this.#ids, token, () => this.#ids.size)
  }

  ids(tokens: readonly string[]): number[] {
    return tokens.map((token) => this.id(token))
  }
}

/** The texts of an input, each encoded when first asked for and then kept as long as the input is. */
export interface EncodedRows<T> {
  hypothesis(row: number): T
  /** One or more: a row without any reference is compared with the empty text. */
  references(row: number): readonly T[]
}

interface EncodedReferences<T> {
  readonly vocabulary: Vocabulary
  readonly rows: (readonly T[])[]
}

/**
 * A reader that encodes each text of an input once, however many metrics and passes ask for it. References are kept per list of
 * references, so that models judged against the same ones share the work.
 *
 *     const byWord = encodedRows((text, vocabulary) => vocabulary.ids(words(text)))
 *     byWord(input).hypothesis(0) // [0, 1, 2]
 */
export function encodedRows<T>(encode: (text: string, vocabulary: Vocabulary) => T): (input: Texts) => EncodedRows<T> {
  const inputs = new WeakMap<Texts, EncodedRows<T>>()
  const references = new WeakMap<Texts['references'], EncodedReferences<T>>()
  const referencesOf = (input: Texts) => remembered(references, input.references, () => ({ vocabulary: new Vocabulary(), rows: [] }))
  return (input) => remembered(inputs, input, () => rowsOf(input, encode, referencesOf(input)))
}

function rowsOf<T>(input: Texts, encode: (text: string, vocabulary: Vocabulary) => T, { vocabulary, rows }: EncodedReferences<T>): EncodedRows<T> {
  const hypotheses: T[] = []
  return {
    hypothesis: (row) => (hypotheses[row] ??= encode(input.hypotheses[row]!, vocabulary)),
    references: (row) => (rows[row] ??= atLeastOne(input.references[row]!).map((text) => encode(text, vocabulary))),
  }
}

/** A reader that keeps nothing: for encodings as large as the text and cheap to make, such as its characters. */
export function freshRows<T>(encode: (text: string) => T): (input: Texts) => EncodedRows<T> {
  return ({ hypotheses, references }) => ({ hypothesis: (row) => encode(hypotheses[row]!), references: (row) => atLeastOne(references[row]!).map(encode) })
}

const atLeastOne = (references: readonly string[]): readonly string[] => (references.length > 0 ? references : [''])

import { normaliseName } from './names.ts'

/** A quantisation that a name tells. */
export interface QuantisedName {
  /** Its words, as the name has them: `AWQ`, `bnb-4bit`, `Q4_K_M`. */
  readonly words: string
  /** The precision of the wire that is nearest: weights of 4 bits and about, or of 8. */
  readonly precision: 'int4' | 'int8' | 'fp8'
}

/** How names say it, first match wins: bits that are stated come before methods that usually have 4. */
const WORDS: readonly (readonly [RegExp, QuantisedName['precision']])[] = [
  [/(?<![a-z0-9])(?:w[234]a(?:16|8)|int4|uint4|nf4|nvfp4|mxfp4|fp4|bnb[-_. ]?4bits?|[2-6][-_]?bits?)(?![a-z0-9])/i, 'int4'],
  [/(?<![a-z0-9])fp8(?:[-_]?(?:dynamic|static|e4m3(?:fn)?|e5m2))?(?![a-z0-9])/i, 'fp8'],
  [/(?<![a-z0-9])(?:w8a(?:16|8)|u?int8|bnb[-_. ]?8bits?|8[-_]?bits?|q8(?:[-_][01k])?)(?![a-z0-9])/i, 'int8'],
  [/(?<![a-z0-9])i?q[1-6](?:[-_](?:[01]|k|xxs|xs|s|m|l|xl|nl)){1,3}(?![a-z0-9])/i, 'int4'],
  [/(?<![a-z0-9])(?:awq|gptq)(?![a-z0-9])/i, 'int4'],
]

/**
 * What a name says about the precision of its weights, where it names a quantisation with known bits; a name that only says `quantized` or `GGUF` tells none.
 *
 * @example
 * quantisedName('TheBloke/Llama-2-7B-GPTQ') // { words: 'GPTQ', precision: 'int4' }
 * quantisedName('Qwen2.5-7B-Instruct-GPTQ-Int8') // { words: 'Int8', precision: 'int8' }
 */
export function quantisedName(modelName: string): QuantisedName | undefined {
  const name = modelName.slice(0, 160)
  for (const [pattern, precision] of WORDS) {
    const found = pattern.exec(name)
    if (found !== null) return { words: found[0], precision }
  }
  return undefined
}

/** Formats of files and methods of quantisation: they say how weights are stored, not what is computed with them. */
const STORAGE = /^(?:gguf|ggml|awq|gptq|exl2|mlx|bnb|\d+-?bits?|u?int\d+|[bn]?v?f(?:p|loat)?\d+|mxfp4|w\d+a\d+|i?q\d.*|tq\d.*|ud-.*)$/

/** Whether a word that was left out of a name says how weights are stored. */
export const isStorageWord = (word: string): boolean => STORAGE.test(normaliseName(word))

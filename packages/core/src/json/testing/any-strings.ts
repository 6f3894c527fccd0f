import fc from 'fast-check'
import { expect } from 'vitest'
import { anyCharacter } from '../../testing/any-character.ts'
import { readJson } from '../index.ts'

const read = (text: string) => readJson(new TextEncoder().encode(text))

/** Expects `readJson` to give the value of `JSON.parse` for so many random objects whose keys and values are strings of every kind, short and long, as they are and escaped. */
export function expectAnyStrings(numRuns: number): void {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: anyCharacter, maxLength: 90 }), { maxLength: 12 }), (texts) => {
      const value = { texts, ...Object.fromEntries(texts.map((text) => [`k${text}`, text])) }
      expect(read(JSON.stringify(value))).toStrictEqual(value)
      const escaped = JSON.stringify(value).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
      expect(read(escaped)).toStrictEqual(value)
    }),
    { numRuns },
  )
}

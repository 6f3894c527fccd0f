import fc from 'fast-check'

const [FIRST_HALF, LAST_HALF] = [0xd800, 0xdfff]
const character = fc.integer({ min: 0, max: 0x10ffff }).filter((code) => code < FIRST_HALF || code > LAST_HALF)
const ascii = fc.integer({ min: 0, max: 0x7f })

/** Text of any characters, every second one of ASCII. */
export const anyText = (maxLength: number): fc.Arbitrary<string> => fc.array(fc.oneof(ascii, character), { minLength: 1, maxLength }).map((codes) => String.fromCodePoint(...codes))

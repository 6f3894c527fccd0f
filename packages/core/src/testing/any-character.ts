import fc from 'fast-check'

const [FIRST_SURROGATE, SURROGATES] = [0xd800, 0x800]

/** Any character of Unicode, as a unit of `fc.string`; the unit 'binary' takes a second to be made. */
export const anyCharacter: fc.Arbitrary<string> = fc.nat(0x10ffff - SURROGATES).map((code) => String.fromCodePoint(code < FIRST_SURROGATE ? code : code + SURROGATES))

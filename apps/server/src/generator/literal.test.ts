import { runInThisContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from './languages.ts'
import { literalOf } from './literal.ts'
import { anyText } from './testing/any-text.ts'

const { python, typescript, html } = LANGUAGES

const HOSTILE = [
  `"; import os; os.system("id"); "`,
  `'''"""\\`,
  'line\nbreak\r\u2028\u2029\u0085\0',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: that is what is tested
  '${process.exit(1)}`',
  '</script><script>alert(1)</script><!--',
  '{{model_name}} {{include method.py.part}}',
  '\u{1f600} e\u0301 \u202e \u{10ffff} \ufeff',
  '\\u0041 \\N{DIGIT ONE} %s {0} $& $1',
]

describe('A literal', () => {
  it.each(HOSTILE)('of %j says exactly that in JavaScript', (value) => {
    for (const { words } of [typescript, html]) expect(runInThisContext(literalOf(value, words))).toBe(value)
  })

  it('of any text is one line of plain signs that nothing can end early', () => {
    const plain = /^"(?:[\w !#%()*+,./:;=?@[\]^|~-]|\\(?:["\\bfnrt]|u[0-9a-f]{4}|U[0-9a-f]{8}))*"$/
    fc.assert(
      fc.property(anyText(20), (value) => {
        const literals = Object.values(LANGUAGES).map(({ words }) => literalOf(value, words))
        return literals.every((literal) => plain.test(literal)) && JSON.parse(literalOf(value, typescript.words)) === value
      }),
      { numRuns: 200 },
    )
  })

  it('of a value that is no text is in the words of the language', () => {
    expect(literalOf([null, true, false, 1.5, ['a']], python.words)).toBe('[None, True, False, 1.5, ["a"]]')
    expect(literalOf([null, true, false, 1.5, ['a']], typescript.words)).toBe('[null, true, false, 1.5, ["a"]]')
    expect(literalOf('\u{1f600}', python.words)).toBe('"\\U0001f600"')
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, {}, 1n])('of %s does not exist', (value) => {
    expect(() => literalOf(value, python.words)).toThrow(TypeError)
  })
})

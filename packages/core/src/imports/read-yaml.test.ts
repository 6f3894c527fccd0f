import { describe, expect, it } from 'vitest'
import { readYaml } from './read-yaml.ts'
import { refusalOf } from './testing.ts'

const read = (text: string) => readYaml(text, 'x.yaml')

describe('readYaml', () => {
  it.each<[string, string, unknown]>([
    ['maps in maps', 'a:\n  b:\n    c: 1\n  d: x', { a: { b: { c: 1 }, d: 'x' } }],
    ['a list at the indentation of its key', 'a:\n- 1\n- two\nb: 3', { a: [1, 'two'], b: 3 }],
    ['a list below its key', 'a:\n  - 1\n  - 2', { a: [1, 2] }],
    ['maps in a list', 'a:\n- b: 1\n  c:\n    d: 2\n- b: 3', { a: [{ b: 1, c: { d: 2 } }, { b: 3 }] }],
    ['a list in a list', '- - 1\n  - 2\n- - 3', [[1, 2], [3]]],
    ['keys with spaces, plus signs and brackets', 'Galaxy S24+:\n  x: 1\nQCS8275 (Proxy): 2', { 'Galaxy S24+': { x: 1 }, 'QCS8275 (Proxy)': 2 }],
    ['quoted keys and texts', '"a: b": \'it\'\'s\'\nc: "x\\n#"', { 'a: b': "it's", c: 'x\n#' }],
    ['scalars', 'a: null\nb: ~\nc: true\nd: -1.5e3\ne: 2.43.0.26\nf: 12:30\ng:\nh: {}\ni: []', { a: null, b: null, c: true, d: -1500, e: '2.43.0.26', f: '12:30', g: null, h: {}, i: [] }],
    ['comments and a document mark', '---\n# one\na: 1 # two\nb: x#y # three', { a: 1, b: 'x#y' }],
    ['line ends of Windows', 'a: 1\r\nb: 2\r\n', { a: 1, b: 2 }],
  ])('reads %s', (_, text, value) => expect(read(text)).toEqual(value))

  it.each([
    ['an anchor', 'a: &x 1', 'line 1'],
    ['an alias', 'a: 1\nb: *x', 'line 2'],
    ['a tag', 'a: !!python/object 1', 'beyond'],
    ['a flow list', 'a: [1, 2]', 'beyond'],
    ['a block text', 'a: |\n  x', 'beyond'],
    ['a merge', 'a:\n  <<: 1', 'beyond'],
    ['a key twice', 'a: 1\na: 2', 'a second time'],
    ['a prototype', '__proto__: 1', 'not accepted'],
    ['a tab', 'a:\n\tb: 1', 'tab'],
    ['a line of no meaning', 'a: 1\nb', 'line 2'],
    ['a line indented too far', 'a: 1\n  b: 2', 'line 2'],
    ['an open quote', 'a: "x', 'beyond'],
  ])('refuses %s with its line', (_, text, what) => {
    const { code, message } = refusalOf(() => read(text))
    expect(code).toBe('import_unreadable')
    expect(message).toContain(what)
  })
})

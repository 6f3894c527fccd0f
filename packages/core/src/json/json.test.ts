import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { BenchcastError } from '../errors.ts'
import { anyCharacter } from '../testing/any-character.ts'
import { NumberRows, readColumn, readJson } from './index.ts'
import { KeySequence } from './key-sequence.ts'
import { pointerAt } from './pointer.ts'
import { expectAnyStrings } from './testing/any-strings.ts'
import { firstDifference, NUMBER_TEXTS, random } from './testing/number-texts.ts'
import { plain } from './testing/plain.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const read = (text: string) => readJson(bytes(text))
const readNumbers = (text: string) => read(text) as ArrayLike<number>

function refusal(input: string | Uint8Array): BenchcastError {
  try {
    readJson(typeof input === 'string' ? bytes(input) : input)
  } catch (error) {
    if (error instanceof BenchcastError) return error
    throw error
  }
  throw new Error(`${typeof input === 'string' ? input : input.join(' ')} was accepted`)
}

/** A text and the value it stands for. */
interface Written {
  text: string
  value: unknown
}

/** The value as JSON writes it. Texts whose keys are escaped are not read by JSON.parse here: V8 may take such a key for one that begins with a backslash and was read before (nodejs/node#63785). */
function withPositiveZeros(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withPositiveZeros)
  if (typeof value !== 'object' || value === null) return value === 0 ? 0 : value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withPositiveZeros(item)]))
}

/** What one test makes the reader remember is no help to the next. */
beforeEach(() => KeySequence.forget())

describe('readJson gives the value of JSON.parse', () => {
  it('for any JSON value, however it is spaced', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6, depthSize: 'medium' }), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, undefined, space)
        if (text.includes('"__proto__"')) return
        expect(plain(read(text))).toStrictEqual(withPositiveZeros(value))
      }),
      { numRuns: 150 },
    )
  })

  it('for arrays that mix numbers with other things at any place', () => {
    const item = fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom('1', '0', '-7', '2.5', '1e3', '-0', '3000000000') },
      { weight: 1, arbitrary: fc.constantFrom('"a]"', 'null', 'true', '[1,2]', '{"k": 1}', '[]') },
    )
    fc.assert(
      fc.property(fc.array(item, { maxLength: 80 }), fc.constantFrom(',', ', ', ' ,', ',\n  ', '\t,\r\n'), fc.nat(70), (items, comma, padding) => {
        const text = `{"a": [${items.join(comma)}]${' '.repeat(padding)}}`
        expect(plain(read(text))).toStrictEqual(JSON.parse(text))
      }),
      { numRuns: 150 },
    )
  })

  it('for strings of every kind, in keys and values, short and long', () => expectAnyStrings(25))

  it.each(Object.keys(NUMBER_TEXTS))('bit for bit for numbers: %s', (kind) => {
    expect(firstDifference(readNumbers, kind, 8000, 500, 20_260_101)).toBeUndefined()
  })

  it.each(['any double, shortest form', 'probabilities, shortest form'])('bit for bit for columns of many long numbers: %s', (kind) => {
    expect(firstDifference(readNumbers, kind, 20_000, 20_000, 3)).toBeUndefined()
  })

  it('for long numbers with something else among them, far from the start', () => {
    const next = random(11)
    for (const odd of ['null', '"a,b"', '[1]', '{"a": 1}']) {
      const items = Array.from({ length: 12_000 }, () => String(next()))
      items[9_000] = odd
      const text = `{"a": [${items.join(',')}], "b": 1}`
      expect(plain(read(text))).toStrictEqual(JSON.parse(text))
      expect(refusal(text.replace(odd, '1e999')).message).toContain('(at /a/9000, byte')
    }
  })

  it('bit for bit for numbers outside arrays, wherever the text ends', () => {
    const next = random(7)
    for (let i = 0; i < 4000; i++) {
      const kinds = Object.values(NUMBER_TEXTS)
      const text = kinds[i % kinds.length]!(next)
      expect(Object.is(read(text), JSON.parse(text)), text).toBe(true)
      expect(Object.is((read(`{"x": ${text}}${' '.repeat(i % 60)}`) as { x: number }).x, JSON.parse(text)), text).toBe(true)
    }
  })

  it('for the values at the top of a text', () => {
    for (const text of ['null', ' true ', 'false', '""', '[]', '{}', '[ ]', '{ }', '-1.5e-3', '"\\ud800"']) expect(read(text)).toStrictEqual(JSON.parse(text))
  })

  it('for strings longer than what is decoded at once, amid shorter ones', () => {
    const value = { a: 'x'.repeat(40_000), b: 'y', c: ['z'.repeat(16_384), 'ü'.repeat(9000), 1], d: 'w' }
    expect(read(JSON.stringify(value))).toStrictEqual(value)
  })

  it('for columns of words that repeat, however they are spaced, with others among them', () => {
    const word = fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom('', 'a', 'ab', 'cat', 'cats', 'horse', 'sheepdog', 'a\u007f', 'thirty-one letters in this label', 'benign', 'malignant') },
      { weight: 1, arbitrary: fc.oneof(fc.string({ unit: anyCharacter, maxLength: 40 }), fc.constantFrom(null, true, 'a]', 'ü', '\\"')) },
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 300 }), fc.constantFrom(',', ', ', '\n , '), fc.nat(60), (words, comma, padding) => {
        const text = `{"a": [${words.map((item) => JSON.stringify(item)).join(comma)}]${' '.repeat(padding)}}`
        expect(read(text)).toStrictEqual(JSON.parse(text))
      }),
      { numRuns: 120 },
    )
  })

  it('for objects that follow each other, of one kind or of several, however they are spaced and their keys are written', () => {
    const key = fc.constantFrom('"a"', '"b"', '"key"', '"a longer key"', '"\\u0061"', '"k\\n"', '"é"', '""', '"1"', '"valueOf"')
    const leaf = fc.constantFrom('1', '-2.5', '1e300', 'true', 'false', 'null', '""', '"é"', '"x"', '"twelve chars"', '"thirteen char"', '[]', '{}', '["x", "y", null, true,false]', '[1,2,"x"]')
    const { object } = fc.letrec<{ object: Written; value: Written; space: string }>((tie) => ({
      space: fc.constantFrom('', '', ' ', '\n  '),
      value: fc.oneof({ weight: 4, arbitrary: leaf.map((text) => ({ text, value: JSON.parse(text) as unknown })) }, { weight: 1, arbitrary: tie('object') }),
      object: fc.tuple(tie('space'), fc.uniqueArray(fc.tuple(key, tie('value')), { maxLength: 5, selector: ([name]) => JSON.parse(name) as string })).map(([space, members]) => ({
        text: `{${members.map(([name, { text }]) => `${space}${name}:${space}${text}${space}`).join(',')}}`,
        value: Object.fromEntries(members.map(([name, { value }]) => [JSON.parse(name) as string, value])),
      })),
    }))
    fc.assert(
      fc.property(fc.array(object, { minLength: 1, maxLength: 4 }), fc.nat(9), fc.constantFrom(',', ', '), (kinds, times, comma) => {
        KeySequence.forget()
        const items = Array.from({ length: kinds.length * (times + 1) }, (_, i) => kinds[i % kinds.length]!)
        expect(plain(read(`[${items.map(({ text }) => text).join(comma)}]`))).toStrictEqual(items.map(({ value }) => value))
      }),
      { numRuns: 120 },
    )
  })

  it('for objects whose strings are always new, then repeat', () => {
    const values = Array.from({ length: 400 }, (_, i) => ({ name: i < 200 ? `model ${i * 7919}`.padEnd(8 + (i % 20), '.') : `m${i % 3}`, tags: i < 200 ? [`t${i}`, `u${i}`] : ['t', 'u'] }))
    expect(read(JSON.stringify(values))).toStrictEqual(values)
  })

  it('for more kinds of objects, and more keys, than are remembered', () => {
    const next = random(13)
    const keys = Array.from({ length: 60 }, (_, i) => `key ${i}`)
    const objects = Array.from({ length: 1500 }, (_, i) => Object.fromEntries(keys.filter(() => next() < (i % 50 === 0 ? 0.9 : 0.1)).map((key) => [key, i])))
    expect(read(JSON.stringify(objects))).toStrictEqual(objects)
    const known = KeySequence.none
    const strangers = Array.from({ length: 22_000 }, (_, i) => `{"new ${i}":${i}}`)
    expect(JSON.stringify(read(`[${strangers.join()}]`))).toBe(`[${strangers.join()}]`)
    expect(KeySequence.none).not.toBe(known)
    expect(read(JSON.stringify(objects))).toStrictEqual(objects)
  })

  it('from the middle of a larger buffer', () => {
    const whole = bytes('xxx[1,2,3,4,5,6,7,8.5]yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy')
    expect(readJson(whole.subarray(3, 22))).toEqual(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8.5))
  })
})

describe('readJson makes typed arrays', () => {
  const column = (last: string) => read(`[0,1,2,3,4,5,6,${last}]`)

  it.each([
    ['255', Uint8Array],
    ['1.0', Uint8Array],
    ['1e2', Uint8Array],
    ['256', Int32Array],
    ['-1', Int32Array],
    ['-2147483648', Int32Array],
    ['2147483648', Float64Array],
    ['0.5', Float64Array],
    ['-0', Float64Array],
    ['-0.0', Float64Array],
  ])('of the smallest type that holds every number: with %s', (last, type) => {
    const numbers = column(last) as Float64Array
    expect(numbers).toBeInstanceOf(type)
    expect(Object.is(numbers[7], JSON.parse(last))).toBe(true)
  })

  it('of eight numbers and more, and leaves shorter arrays plain', () => {
    expect(read('[1,2,3,4,5,6,7]')).toStrictEqual([1, 2, 3, 4, 5, 6, 7])
    expect(column('7')).toStrictEqual(Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 7))
  })

  it('that grow past every buffer and change type late', () => {
    const integers = Array.from({ length: 30_000 }, (_, i) => i * 70_001)
    for (const tail of [[], [0.5], [-0], [1e300]]) {
      const values = [...integers, ...tail]
      const numbers = read(`[${values.map((v) => (Object.is(v, -0) ? '-0' : v)).join(', ')}]`) as Float64Array
      expect(numbers).toBeInstanceOf(tail.length === 0 ? Int32Array : Float64Array)
      expect(numbers).toHaveLength(values.length)
      expect(values.findIndex((value, i) => !Object.is(numbers[i], value))).toBe(-1)
    }
  })

  it('one after the other without one touching the next', () => {
    const value = { a: [1, 2, 3, 4, 5, 6, 7, 8], b: [0.5, 1, 2, 3, 4, 5, 6, 7], c: [9, 8, 7, 6, 5, 4, 3, 2], d: [1, 2, 3] }
    expect(plain(read(JSON.stringify(value)))).toStrictEqual(value)
  })

  it('of rows of equal length', () => {
    const rows = read('[[0.1, 0.9], [1, 0],[ 0.25,0.75 ] , [0,-0]]') as NumberRows
    expect(rows).toStrictEqual(new NumberRows(4, 2, Float64Array.of(0.1, 0.9, 1, 0, 0.25, 0.75, 0, -0)))
    expect(rows.row(2)).toStrictEqual(Float64Array.of(0.25, 0.75))
    expect(JSON.stringify(rows)).toBe('[[0.1,0.9],[1,0],[0.25,0.75],[0,0]]')
  })

  it.each(['[[1,2,3],[4,5],[6,7,8,9]]', '[[1,2,3,4],[5,6,7,null]]', '[[1,2,3,4],[5,6,7,8],9]', '[[1,2],[3,4]]', '[[],[]]', '[[[1,2,3,4,5,6,7],[1]]]'])('but not of %s', (text) => {
    expect(Array.isArray(read(text))).toBe(true)
    expect(plain(read(text))).toStrictEqual(JSON.parse(text))
  })

  it('only in the members named as columns, when some are named', () => {
    const text = '{"truth": [1,2,3,4,5,6,7,8], "labels": [1,2,3,4,5,6,7,8], "scores": {"m": [[1,2,3,4],[5,6,7,8]]}, "note": {"truth": [[1,2,3,4],[5,6,7,8]]}}'
    const value = readJson(bytes(text), { columns: new Set(['truth', 'scores']) }) as Record<string, unknown>
    expect(value).toStrictEqual({ ...JSON.parse(text), truth: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8), scores: { m: new NumberRows(2, 4, Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8)) } })
  })
})

describe('readJson refuses', () => {
  it.each([
    [
      '{"model_predictions": {"m1": [1, 2, NaN]}}',
      'not_finite',
      '/model_predictions/m1/2',
      'NaN is not JSON: send a number, or leave out the field or sample that has none (at /model_predictions/m1/2, byte 36).',
    ],
    ['[0, -Infinity]', 'not_finite', '/1', '-Infinity is not JSON'],
    ['{"a": Infinity}', 'not_finite', '/a', 'Infinity is not JSON'],
    ['[1e400, 1]', 'not_finite', '/0', '1e400 is too large'],
    ['{"a": 1, "b": {"a": 2, "a": 3}}', 'duplicate_key', '/b', 'the key "a" stands twice'],
    ['{"a": 1, "\\u0061": 2}', 'duplicate_key', '', 'the key "a" stands twice'],
    ['{"__proto__": {"admin": true}}', 'malformed_json', '', 'the key "__proto__" is not accepted'],
    ['[1, 2,]', 'malformed_json', '/2', "found ']' where a value"],
    ['["a", ]', 'malformed_json', '/1', "found ']' where a value"],
    ['{"a": 1,}', 'malformed_json', '', "found '}' where a key"],
    ['[1 2]', 'malformed_json', '/0', "found '2' where a comma or ]"],
    ['[01, 2]', 'malformed_json', '/0', "'01' is not a JSON number"],
    ['[1., 2]', 'malformed_json', '/0', "'1.' is not a JSON number"],
    ['[+1]', 'malformed_json', '/0', "found '+' where a value"],
    ['{a: 1}', 'malformed_json', '', "found 'a' where a key in double quotes"],
    ['{"a" 1}', 'malformed_json', '/a', "found '1' where a colon"],
    ['{"a": 1} x', 'malformed_json', '', "found 'x' where the end"],
    ['["a\nb"]', 'malformed_json', '/0', 'the control character U+000A'],
    ['["\\x"]', 'malformed_json', '/0', 'an escape that JSON does not know'],
    ['\ufeff[]', 'malformed_json', '', 'byte order mark'],
    ['', 'malformed_json', '', 'the text ends where a value is due: the text was cut off'],
    ['{"a~/b": [1, 2, 3', 'malformed_json', '/a~0~1b/2', 'cut off'],
    ['["abc', 'malformed_json', '/0', 'the text ends inside a string'],
    [`${'['.repeat(33)}1${']'.repeat(33)}`, 'malformed_json', '/0'.repeat(32), 'nested deeper than 32 levels'],
  ] as const)('%j', (text, code, pointer, sentence) => {
    const error = refusal(text)
    expect(error).toMatchObject({ code, errors: [{ pointer, code, detail: error.message }] })
    expect(error.message).toContain(sentence)
  })

  it('ever new keys that stand twice, and longer ones than are remembered', () => {
    for (let i = 0; i < 1100; i++) expect(refusal(`{"new ${i}": 1, "b": 2, "new ${i}": 3}`).code).toBe('duplicate_key')
    const long = 'k'.repeat(200)
    expect(refusal(`[{"${long}": 1}, {"${long}": 1, "${long}": 2}]`)).toMatchObject({ code: 'duplicate_key', errors: [{ pointer: '/1' }] })
  })

  it('a key that stands twice after hundreds of objects where it does not, wherever it stands', () => {
    const keys = Array.from({ length: 40 }, (_, i) => `k${i}`)
    const members = keys.map((key) => `"${key}":1`)
    for (const twice of [0, 1, 20, 31, 32, 39]) {
      const text = `[${`{${members.join()}},`.repeat(200)}{${members.join()},"${keys[twice]}":2}]`
      expect(refusal(text)).toMatchObject({ code: 'duplicate_key', errors: [{ pointer: '/200' }] })
      expect(refusal(text.replace(/"k\d+":2/, '"__proto__":2')).message).toContain('the key "__proto__" is not accepted')
    }
  })

  it('a 0 byte behind a word met before', () => {
    for (const tail of ['\0', '\0\0\0', '\0\0cats']) expect(refusal(`[${'"cat","ca","c",'.repeat(20)}"c${tail}"${',"cat"'.repeat(20)}]`).message).toContain('U+0000')
  })

  it('invalid UTF-8 in keys and values', () => {
    for (const bad of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]]) {
      expect(refusal(Uint8Array.of(0x5b, 0x22, ...bad, 0x22, 0x5d)).message).toContain('not valid UTF-8')
      expect(refusal(Uint8Array.of(0x7b, 0x22, ...bad, 0x22, 0x3a, 0x31, 0x7d)).message).toContain('not valid UTF-8')
    }
    const text = bytes(`{"a": [${JSON.stringify('é'.repeat(50))}]}`)
    expect(refusal(text.with(29, 0xff)).message).toContain('(at /a/0, byte 29)')
    expect(refusal(text.with(28, 0x78)).message).toContain('(at /a/0, byte 29)')
  })

  it('what JSON.parse refuses, and accepts what it accepts, when sound text is damaged by one character', () => {
    const sound = JSON.stringify({
      a: [1, -2.5, 3e4, 4, 5, 6, 7, 8, 9],
      b: {
        c: 'x\n"y"',
        d: [
          [1, 2, 3, 4],
          [5, 6, 7, 8],
        ],
      },
      e: [true, false, null, 'é'],
      f: 17,
      g: [],
    })
    const repeated = JSON.stringify(Array.from({ length: 4 }, (_, i) => ({ name: `m${i}`, tags: { a: true, b: null }, é: i / 4 })))
    const characters = '0-+.eE,:[]{}" \\nNtu1é\u0000\u001f'.split('')
    fc.assert(
      fc.property(fc.constantFrom(sound, repeated), fc.nat(sound.length), fc.constantFrom(...characters, ''), fc.nat(2), (whole, at, character, removed) => {
        KeySequence.forget()
        const text = whole.slice(0, at) + character + whole.slice(at + removed)
        let expected: unknown
        try {
          expected = JSON.parse(text)
        } catch {
          expect(refusal(text).status).toBe(400)
          return
        }
        // A damaged exponent may overflow, a damaged key may repeat another: only those may be refused.
        try {
          expect(plain(read(text))).toStrictEqual(expected)
        } catch (error) {
          if (!(error instanceof BenchcastError)) throw error
          expect(['not_finite', 'duplicate_key']).toContain(error.code)
        }
      }),
      { numRuns: 600 },
    )
  })

  it('sound text cut anywhere', () => {
    const sound =
      '{"a": [1, -2.5, 3e4, 4, 5, 6, 7, 8, 9], "b": {"c": "x\\n", "d": [[1, 2, 3, 4], [5, 6, 7, 8]]}, "e": [true, null, "é"], "f": [{"a": 1, "b": {"a": false}}, {"a": 1, "b": {"a": false}}]}'
    const all = bytes(sound)
    for (let length = 0; length < all.length; length++) expect(refusal(all.subarray(0, length)).code).toBe('malformed_json')
  })
})

describe('what readJson makes', () => {
  it('passes zod objects and records, keys that name properties of Object included', () => {
    const schema = z.object({ models: z.record(z.string(), z.object({ constructor: z.number(), toString: z.string() })) })
    const text = '{"models": {"constructor": {"constructor": 1, "toString": "x"}, "hasOwnProperty": {"constructor": 2, "toString": "y"}}}'
    expect(schema.parse(read(text))).toEqual(JSON.parse(text))
  })

  it('never has its prototype changed by the text', () => {
    const value = read('{"constructor": {"prototype": {"x": 1}}, "a": {}}') as { a?: object }
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect('x' in (value.a ?? {})).toBe(false)
  })
})

describe('a column read beforehand', () => {
  const column = '[0.5, 1, 2, 3, 4, 5, 6, -7]'
  const text = `{"a": ${column}, "b": ${column}}`
  const at = text.lastIndexOf('[')
  const known = new Map([[at, { values: readColumn(bytes(column))!, end: at + column.length }]])

  it('is what the whole text would have given, and is taken as it is', () => {
    expect(readColumn(bytes(column))).toEqual(readNumbers(column))
    expect(readJson(bytes(text), { known })).toEqual(read(text))
    expect((readJson(bytes(text), { known }) as { b: unknown }).b).toBe(known.get(at)!.values)
  })

  it('is not taken where arrays stay plain or lie too deep', () => {
    expect(readJson(bytes(text), { known, columns: new Set(['a']) })).toEqual(readJson(bytes(text), { columns: new Set(['a']) }))
    expect(() => readJson(bytes(text), { known, maxDepth: 1 })).toThrow('nested deeper')
  })

  it.each(['[1, 2]', '[1, 2, 3, 4, 5, 6, 7, NaN]', '["a"]', '{}', '[1, 2, 3', ''])('is none in %s', (other) => {
    expect(readColumn(bytes(other))).toBeUndefined()
  })
})

describe('pointerAt', () => {
  it('names the innermost value that holds a byte', () => {
    const text = '{"a": [1, {"b/c": [true, NaN]}], "d": 1}'
    expect(pointerAt(bytes(text), text.indexOf('NaN'))).toBe('/a/1/b~1c/1')
    expect(pointerAt(bytes(text), text.indexOf('1}'))).toBe('/d')
    expect(pointerAt(bytes(text), 0)).toBe('')
  })
})

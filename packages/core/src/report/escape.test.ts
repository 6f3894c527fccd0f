import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, escapeHtml, escapeMarkdown, shortened, visible } from './escape.ts'
import { markup } from './markup.ts'

const hostile = fc.string({
  unit: fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    "'",
    '`',
    '=',
    '+',
    '-',
    '@',
    '|',
    '\\',
    '[',
    ']',
    '(',
    ')',
    '!',
    '_',
    '*',
    '~',
    '$',
    '#',
    '\n',
    '\r',
    '\t',
    ',',
    '\u202e',
    '\u001b',
    'a',
    '1',
    '.',
    ' ',
    'é',
    '模',
    '\ud800',
  ),
})

const ENTITY = /&(amp|lt|gt|quot|#39|#96|#64|#58|#46);/g
const NAMED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#96;': '`' }

describe('escapeHtml', () => {
  it('leaves no character that opens a tag or closes an attribute, and can be undone', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeHtml(text)
        expect(escaped.replace(ENTITY, '')).not.toMatch(/[&<>"'`]/)
        expect(escaped.replace(ENTITY, (entity) => NAMED[entity]!)).toBe(text)
      }),
    )
  })
})

describe('markup', () => {
  it('escapes every text it is given and keeps markup made by itself', () => {
    const name = '<script>alert(1)</script>'
    expect(markup`<b title="${name}">${markup`<i>${name}</i>`}${[1, null, false, undefined]}</b>`.text).toBe(
      '<b title="&lt;script&gt;alert(1)&lt;/script&gt;"><i>&lt;script&gt;alert(1)&lt;/script&gt;</i>1</b>',
    )
  })
})

describe('escapeMarkdown', () => {
  it('leaves no bare character that ends a cell, formats, links or opens a tag', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const escaped = escapeMarkdown(visible(text))
        expect(escaped.replace(/\\[\\`*_[\]|~$\-+=#.)]/g, '')).not.toMatch(/[`*_[\]|~$<>@\n\r]/)
        expect(escaped).not.toMatch(/^([-+=#]|\d+[.)](\s|$))/)
      }),
    )
  })

  it('stops bare addresses from becoming links', () => {
    expect(escapeMarkdown('see https://evil.example and www.evil.example')).toBe('see https&#58;//evil.example and www&#46;evil.example')
  })

  it('leaves numbers and intervals as they are', () => {
    expect(escapeMarkdown('0.965 a (0.937 to 0.981)')).toBe('0.965 a (0.937 to 0.981)')
  })
})

describe('csvCell', () => {
  it('gives text that a spreadsheet would run as a formula a leading apostrophe', () => {
    expect(['=1+1', '+A1', '-A1', '@SUM(A1)', '\tx', '\n=x'].map(csvCell)).toEqual(["'=1+1", "'+A1", "'-A1", "'@SUM(A1)", "'\tx", '"\'\n=x"'])
  })

  it('leaves numbers alone, negative and exponent form included', () => {
    expect([-0.5, 1e-7, '+3', '-1.5e-10'].map(csvCell)).toEqual(['-0.5', '1e-7', '+3', '-1.5e-10'])
  })

  it('never starts a cell with a formula', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const cell = csvCell(text).replace(/^"/, '')
        expect(/^[=+\-@\t\r\n]/.test(cell) && Number.isNaN(Number(text))).toBe(false)
      }),
    )
  })
})

describe('visible', () => {
  it('makes one line without control characters, terminal escapes or direction overrides', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(visible(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\n\r]/u)
        expect(visible(text).isWellFormed()).toBe(true)
      }),
    )
    expect(visible('\u001b[31mred')).toBe('[31mred')
    expect(visible('\u0000\u202e')).toBe('(blank)')
  })

  it('is cut by whole characters', () => {
    expect(shortened('👍👍👍', 2)).toBe('👍…')
  })
})

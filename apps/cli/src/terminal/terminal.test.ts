import type { Table } from '@benchcast/core/report'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inkFor, PLAIN } from './ink.ts'
import { renderTable } from './table.ts'
import { displayWidth, fitted, pageWidth, wrapped } from './text.ts'

const table: Table = {
  caption: 'Leaderboard',
  columns: [
    { label: 'Rank', align: 'right' },
    { label: 'Model', align: 'left' },
    { label: 'Accuracy ↑', align: 'right' },
    { label: 'Log loss ↓', align: 'right' },
  ],
  rows: [
    ['1', { text: 'Forest', mark: 'head' }, { text: '0.965 a', detail: '0.937 to 0.981', mark: 'best' }, { text: '0.14 ab', detail: '0.10 to 0.21' }],
    ['2', { text: 'Boosting', mark: 'head' }, { text: '0.912 b', detail: '0.874 to 0.940' }, { text: '–', mark: 'weak' }],
  ],
}

describe('renderTable', () => {
  it('lines up values and tie letters, stars the best, and puts intervals below', () => {
    expect(renderTable(table, 100, PLAIN).split('\n')).toEqual([
      'Rank  Model         Accuracy ↑    Log loss ↓',
      '────  ────────  ──────────────  ────────────',
      '   1  Forest          *0.965 a       0.14 ab',
      '                0.937 to 0.981  0.10 to 0.21',
      '   2  Boosting         0.912 b          –',
      '                0.874 to 0.940',
    ])
  })

  it('continues below where the columns do not fit, and repeats the columns that name the rows', () => {
    expect(renderTable(table, 34, PLAIN).match(/Rank {2}Model/g)).toHaveLength(2)
  })

  it('never writes a line wider than the page, whatever the names', () => {
    const name = fc.string({ unit: fc.constantFrom('a', ' ', '模', '👍', 'é', '́', 'WWWW'), minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), fc.integer({ min: 80, max: 160 }), (names, width) => {
        const rows = names.map((text) => ['1', { text, mark: 'head' as const }, text, '0.5 a'])
        for (const line of renderTable({ ...table, rows }, width, PLAIN).split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
      }),
      { examples: [[['WWWW WWWWWWWWWWWWa模模👍模WWWW', 'aWWWWWWWWaWWWW👍a', 'a'], 80]] },
    )
  })
})

describe('text on a terminal', () => {
  it('is measured in columns: East Asian characters and pictographs take two', () => {
    expect(['abc', '模型', '👍', 'é', '±0.1 – ↑'].map(displayWidth)).toEqual([3, 4, 2, 1, 8])
    expect(fitted('模型模型', 6)).toBe('模型…')
  })

  it('is wrapped between words, and words longer than a line are cut', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrapped('abcdefghij', 4).every((line) => displayWidth(line) <= 4)).toBe(true)
  })

  it('is laid out for 60 to 160 columns, 100 where nobody knows', () => {
    expect([undefined, 20, 80, 500].map(pageWidth)).toEqual([100, 60, 80, 160])
  })

  it('has colour only on a terminal and without NO_COLOR', () => {
    const coloured = inkFor({ isTTY: true }, {}).accent('x')
    expect(coloured).toContain('\u001b[')
    expect([inkFor({ isTTY: true }, { NO_COLOR: '1' }), inkFor({ isTTY: true }, { TERM: 'dumb' }), inkFor({}, {})].map((ink) => ink.accent('x'))).toEqual(['x', 'x', 'x'])
  })
})

import { readColumn, readJson } from '@benchcast/core/json'
import { describe, expect, it } from 'vitest'
import { ColumnsAhead, type ReadColumn } from './columns-ahead.ts'

const numbers = (rows: number, offset: number) => Array.from({ length: rows }, (_, i) => offset + i / 4)
const LONG_COLUMN = 50_000

/** What a server does with a body: it fills up in pieces. */
async function received(text: string, read: ReadColumn, pieceBytes = 10_000) {
  const sent = new TextEncoder().encode(text)
  const bytes = new Uint8Array(sent.length)
  const ahead = new ColumnsAhead(bytes, read)
  for (let at = 0; at < sent.length; at += pieceBytes) {
    bytes.set(sent.subarray(at, at + pieceBytes), at)
    ahead.arrived(Math.min(sent.length, at + pieceBytes))
    if (at % (20 * pieceBytes) === 0) await Promise.resolve()
  }
  return { bytes, known: await ahead.columns() }
}

const readNow: ReadColumn = (text) => Promise.resolve(readColumn(text))

describe('Columns of a body that arrives', () => {
  const request = { name: 'with ] and [1,2', model_predictions: { a: numbers(LONG_COLUMN, 0), b: numbers(LONG_COLUMN, 7) }, few: [1, 2, 3], ground_truth: numbers(LONG_COLUMN, -3) }

  it.each([11, 7_001, 1e9])('are read as a whole and taken as they are, whatever the pieces (%d bytes)', async (pieceBytes) => {
    const text = pieceBytes === 11 ? `{"x":"]","a":${JSON.stringify(numbers(LONG_COLUMN, 0))}}` : JSON.stringify(request)
    const { bytes, known } = await received(text, readNow, pieceBytes)
    expect(known.size).toBe(pieceBytes === 11 ? 1 : 3)
    expect(readJson(bytes, { known })).toEqual(readJson(bytes))
    const values = [...known.values()].map((column) => column.values)
    expect(values).toContain((readJson(bytes, { known }) as Record<string, unknown>)[pieceBytes === 11 ? 'a' : 'ground_truth'])
  })

  it('are never read by more threads than there are, and none is lost', async () => {
    const done: (() => void)[] = []
    let most = 0
    const read: ReadColumn = (text) => {
      if (done.length === 2) return undefined
      const reading = new Promise<void>((resolve) => done.push(resolve)).then(() => readColumn(text))
      most = Math.max(most, done.length)
      setTimeout(() => done.shift()!(), 5)
      return reading
    }
    const { known } = await received(JSON.stringify(request), read, 1e9)
    expect([most, known.size]).toEqual([2, 3])
  })

  it.each([
    ['a column of strings', JSON.stringify({ a: Array.from({ length: LONG_COLUMN }, (_, i) => `text ${i}`) })],
    ['a column with a word in it', `{"a":${JSON.stringify(numbers(LONG_COLUMN, 0)).replace(',90,', ',NaN,')}}`],
    ['numbers inside a string', JSON.stringify({ a: JSON.stringify(numbers(LONG_COLUMN, 0)), b: 1 })],
  ])('are left to the reader of the body when it is %s', async (_, text) => {
    const { bytes, known } = await received(text, readNow)
    const read = (options: object) => {
      try {
        return readJson(bytes, options)
      } catch (error) {
        return (error as Error).message
      }
    }
    expect(read({ known })).toEqual(read({}))
  })

  it('are read by the reader of the body when their thread fails, or there is none', async () => {
    const failing = await received(JSON.stringify(request), () => Promise.reject(new Error('the thread is gone')))
    let asked = 0
    const busy = await received(JSON.stringify(request), () => void asked++ as undefined)
    expect([failing.known.size, busy.known.size, asked]).toEqual([0, 0, 3])
  })

  it('are not looked for among thousands of short rows', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [i, i + 0.5])
    const { known } = await received(JSON.stringify({ rows, column: numbers(LONG_COLUMN, 0) }), readNow)
    expect(known.size).toBe(0)
  })
})

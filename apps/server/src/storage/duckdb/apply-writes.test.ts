import { expect, it } from 'vitest'
import { runWrite } from '../testing/run-write.ts'
import { runRows } from '../writes.ts'
import { applyWrites } from './apply-writes.ts'
import type { PlacedRow } from './row-writer.ts'

const rowsOf = (...numbers: readonly number[]): PlacedRow[] => numbers.flatMap((seq) => runRows(runWrite(seq)).map((row) => ({ ...row, seq })))
const numbersOf = (rows: readonly PlacedRow[]) => [...new Set(rows.map(({ seq }) => seq))]

/** Applies writes 1 to 4 to a database that refuses as told. */
async function applied(errorFor: (numbers: readonly number[]) => Error | undefined) {
  const seen = { stored: [] as number[], refused: [] as number[], done: [] as number[], transactions: 0, error: undefined as unknown }
  const transact = async (rows: readonly PlacedRow[]) => {
    seen.transactions += 1
    const error = errorFor(numbersOf(rows))
    if (error) throw error
    seen.stored.push(...numbersOf(rows))
  }
  const outcome = applyWrites(rowsOf(1, 2, 3, 4), { transact, refused: (rows) => seen.refused.push(...numbersOf(rows)), done: (last) => seen.done.push(last) })
  seen.error = await outcome.then(
    () => undefined,
    (error: unknown) => error,
  )
  return seen
}

it('writes all in one transaction', async () => {
  expect(await applied(() => undefined)).toEqual({ stored: [1, 2, 3, 4], refused: [], done: [4], transactions: 1, error: undefined })
})

it('keeps out the one write whose value does not fit, whole, and takes the others', async () => {
  const found = await applied((numbers) => (numbers.includes(2) ? new Error('Conversion Error: Could not convert string') : undefined))
  expect(found).toEqual({ stored: [1, 3, 4], refused: [2], done: [1, 2, 3, 4], transactions: 5, error: undefined })
})

it('throws what is no fault of the rows, so that they are tried again from where it got to', async () => {
  const full = new Error('IO Error: No space left on device')
  expect(await applied(() => full)).toEqual({ stored: [], refused: [], done: [], transactions: 1, error: full })
  const later = await applied((numbers) => (numbers.length > 1 ? new Error('Constraint Error: NOT NULL') : numbers[0] === 3 ? full : undefined))
  expect(later).toEqual({ stored: [1, 2], refused: [], done: [1, 2], transactions: 4, error: full })
})

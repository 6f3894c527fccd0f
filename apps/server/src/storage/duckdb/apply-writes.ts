import type { PlacedRow } from './row-writer.ts'

/** What DuckDB says when a value does not fit its column; anything else is no fault of the rows, and the next attempt may do. */
const FAULT_OF_A_ROW = /^(Constraint|Conversion|Invalid Input|Out of Range) Error/

const isFaultOfARow = (error: unknown): boolean => error instanceof Error && FAULT_OF_A_ROW.test(error.message)

export interface ApplyWrites {
  /** All or nothing. */
  readonly transact: (rows: readonly PlacedRow[]) => Promise<void>
  /** Told of a write that no database takes. */
  readonly refused: (rows: readonly PlacedRow[], error: unknown) => void
  /** Told when all up to this number are in, or refused. */
  readonly done: (last: number) => void
}

/** Writes rows, in the order of their numbers, in one transaction; where one of the writes can't be taken, each in its own. Throws what is no fault of the rows. */
export async function applyWrites(rows: readonly PlacedRow[], { transact, refused, done }: ApplyWrites): Promise<void> {
  try {
    await transact(rows)
    done(rows.at(-1)!.seq)
  } catch (error) {
    if (!isFaultOfARow(error)) throw error
    for (const [seq, write] of Map.groupBy(rows, (row) => row.seq)) {
      await transact(write).catch((fault: unknown) => (isFaultOfARow(fault) ? refused(write, fault) : Promise.reject(fault)))
      done(seq)
    }
  }
}

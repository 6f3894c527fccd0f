import type { FileReader } from './reader.ts'
import type { Sink } from './sink.ts'

/** A piece has about two thousand rows. */
const PIECES_BETWEEN = 64

/**
 * Streams a relation into columns, in its order. The rows that were read.
 *
 * @param onRows told now and then how many rows there are
 */
export async function readColumns(reader: FileReader, relation: string, sinks: readonly Sink[], onRows: (rows: number) => void): Promise<number> {
  let rows = 0
  let pieces = 0
  for await (const chunk of reader.pieces(`SELECT ${sinks.flatMap(({ expressions }) => expressions).join(', ')} FROM ${relation}`)) {
    const count = chunk.rowCount
    let column = 0
    for (const sink of sinks) {
      const vectors = sink.expressions.map(() => chunk.getColumnVector(column++))
      sink.read(vectors, count)
    }
    rows += count
    pieces += 1
    if (pieces % PIECES_BETWEEN === 0) onRows(rows)
  }
  return rows
}

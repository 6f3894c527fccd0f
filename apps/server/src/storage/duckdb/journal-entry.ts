import { crc32 } from 'node:zlib'
import { TABLES, type Table } from '../tables/index.ts'
import type { PlacedRow } from './row-writer.ts'

/** Writes that became durable together, to be held by a journal. */
export interface JournalEntry {
  /** Of the schema the rows are for. */
  readonly version: number
  readonly rows: readonly PlacedRow[]
}

/** An entry as it was found. */
export interface FoundEntry {
  readonly version: number
  /** Of its writes, ascending. */
  readonly numbers: readonly number[]
  /** Its rows, if the version is this program's. */
  readonly rows: () => readonly PlacedRow[]
}

/** What a journal file holds. */
export interface Found {
  readonly entries: readonly FoundEntry[]
  /** False when an entry is cut or damaged; what comes after it is not read. */
  readonly isWhole: boolean
}

type Head = readonly [version: number, rows: readonly (readonly [table: string, seq: number, lengths: readonly (number | null)[]])[]]

const TABLE_BY_NAME: ReadonlyMap<string, Table> = new Map(TABLES.map((table) => [table.name, table]))
const SIZE_DIGITS = 12
const CHECKSUM_DIGITS = 8
const FRAME = SIZE_DIGITS + 1 + CHECKSUM_DIGITS + 1

const MIB = 1024 * 1024
const SPACE_BYTES = MIB
const MOST_KEPT_BYTES = 16 * MIB
/** Of a code unit of a string, in UTF-8. */
const MOST_BYTES_OF_A_UNIT = 3
/** As long as every frame, for the place of one. */
const NO_FRAME = ' '.repeat(FRAME)

const frameOf = (payload: Uint8Array): string => `${String(payload.length).padStart(SIZE_DIGITS, '0')} ${crc32(payload).toString(16).padStart(CHECKSUM_DIGITS, '0')}\n`

/** Columns of each table but the sequence number, which a row has by itself. */
const COLUMNS: ReadonlyMap<Table, readonly string[]> = new Map(TABLES.map((table) => [table, Object.keys(table.columns).filter((name) => name !== 'seq')]))
const columnsOf = (table: Table): readonly string[] => COLUMNS.get(table)!

/** What is acknowledged must fit into the database later. */
function nullIn({ name, columns }: Table, column: string): null {
  if (!columns[column]!.endsWith('?')) throw new TypeError(`${name}.${column} can't be NULL.`)
  return null
}

/**
 * Entries as bytes: a line with the size and the checksum of what follows; a line of JSON with the version, and of each row its table,
 * its number and the length of each value, null for NULL; then the values one after the other, as text. Lengths spare the escapes.
 */
export class EntryEncoder {
  /** Kept from entry to entry: new memory costs more than the bytes that are written to it. */
  #space = Buffer.allocUnsafeSlow(SPACE_BYTES)

  /** Valid until the next call. Throws TypeError for a NULL where the table has none. */
  encode({ version, rows }: JournalEntry): Buffer {
    const texts: string[] = []
    const head: Head = [version, rows.map((row) => [row.table.name, row.seq, lengthsOf(row, texts)] as const)]
    const text = `${NO_FRAME}${JSON.stringify(head)}\n${texts.join('')}`
    const space = this.#atLeast(MOST_BYTES_OF_A_UNIT * text.length)
    const entry = space.subarray(0, space.write(text))
    entry.write(frameOf(entry.subarray(FRAME)), 'latin1')
    return entry
  }

  #atLeast(bytes: number): Buffer {
    if (bytes > MOST_KEPT_BYTES) return Buffer.allocUnsafeSlow(bytes)
    if (bytes > this.#space.length) this.#space = Buffer.allocUnsafeSlow(bytes)
    return this.#space
  }
}

/** The length of each value of a row, whose texts are added to `texts`. */
const lengthsOf = ({ table, values }: PlacedRow, texts: string[]): (number | null)[] =>
  columnsOf(table).map((name) => {
    const value = values[name] ?? null
    if (value === null) return nullIn(table, name)
    const text = String(value)
    texts.push(text)
    return text.length
  })

/** The entries that are whole, in order. The first that is cut or damaged ends the journal: one that is cut was never acknowledged. */
export function decodeEntries(bytes: Buffer): Found {
  const entries: FoundEntry[] = []
  for (let start = 0; ; ) {
    const payload = payloadAt(bytes, start)
    if (payload === undefined) return { entries, isWhole: start === bytes.length }
    entries.push(foundIn(payload.toString()))
    start += FRAME + payload.length
  }
}

function payloadAt(bytes: Buffer, start: number): Buffer | undefined {
  const end = start + FRAME + Number(bytes.toString('latin1', start, start + SIZE_DIGITS))
  if (start + FRAME > bytes.length || !(end <= bytes.length)) return undefined
  const payload = bytes.subarray(start + FRAME, end)
  return bytes.toString('latin1', start, start + FRAME) === frameOf(payload) ? payload : undefined
}

function foundIn(text: string): FoundEntry {
  const headEnd = text.indexOf('\n')
  const [version, places] = JSON.parse(text.slice(0, headEnd)) as Head
  return { version, numbers: [...new Set(places.map(([, seq]) => seq))], rows: () => rowsOf(places, text, headEnd + 1) }
}

function rowsOf(places: Head[1], text: string, start: number): readonly PlacedRow[] {
  let at = start
  const take = (length: number): string => {
    at += length
    return text.slice(at - length, at)
  }
  return places.map(([name, seq, lengths]) => {
    const table = TABLE_BY_NAME.get(name)!
    return { table, seq, values: Object.fromEntries(columnsOf(table).map((column, index) => [column, lengths[index] == null ? null : take(lengths[index])])) }
  })
}

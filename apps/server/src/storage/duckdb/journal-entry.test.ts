import { expect, it } from 'vitest'
import { idempotencyKeys, modelBenchmarkMetrics, modelBenchmarkRuns, RECORD_TABLES } from '../tables/index.ts'
import { runWrite } from '../testing/run-write.ts'
import { runRows } from '../writes.ts'
import { decodeEntries, EntryEncoder, type JournalEntry } from './journal-entry.ts'
import type { PlacedRow } from './row-writer.ts'

const encodeEntry = (entry: JournalEntry): Buffer => new EntryEncoder().encode(entry)
const NAME = 'ÿ é 漢 🚲 "quoted" \\ \n\u0000\u001f'
const placed = (n: number): PlacedRow[] => runRows(runWrite(n, { name: NAME, models: ['a', 'b'] })).map((row) => ({ ...row, seq: n }))
const textsOf = ({ values }: PlacedRow) => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? null : String(value)]))
const seen = (rows: readonly PlacedRow[]) => rows.map((row) => [row.table.name, row.seq, textsOf(row)])

it('gives back every row, with any text, numbers as text and NULL', () => {
  const audit: PlacedRow = {
    table: RECORD_TABLES.models,
    seq: 9,
    values: { ...Object.fromEntries(Object.keys(RECORD_TABLES.models.columns).map((name) => [name, '7'])), model_family: null, test_score: 0.1 + 0.2 },
  }
  const rows = [...placed(7), ...placed(8), audit]
  const [entry] = decodeEntries(encodeEntry({ version: 5, rows })).entries
  const { seq: _, ...values } = textsOf(audit)
  expect(entry!.version).toBe(5)
  expect(seen(entry!.rows())).toEqual([...seen([...placed(7), ...placed(8)]), [audit.table.name, 9, values]])
  expect(Number(entry!.rows().at(-1)!.values.test_score)).toBe(0.1 + 0.2)
  expect(entry!.rows().map(({ table }) => table)).toEqual(rows.map(({ table }) => table))
})

it('puts half of a pair of surrogates down as what the database would keep of it', () => {
  const rows = runRows(runWrite(1, { name: 'a\ud83db' })).map((row) => ({ ...row, seq: 1 }))
  const [entry] = decodeEntries(encodeEntry({ version: 5, rows })).entries
  expect(entry!.rows()[0]!.values).toMatchObject({ benchmark_name: 'a\ufffdb', dataset_id: 'credit' })
})

it('ends at the first entry that is cut, wherever, and at one of which a byte is wrong', () => {
  const first = encodeEntry({ version: 5, rows: placed(1) })
  const both = Buffer.concat([first, encodeEntry({ version: 5, rows: placed(2) })])
  for (let end = 0; end <= both.length; end += 1) {
    const { entries, isWhole } = decodeEntries(both.subarray(0, end))
    expect([entries.length, isWhole]).toEqual([end < first.length ? 0 : end < both.length ? 1 : 2, [0, first.length, both.length].includes(end)])
  }
  for (let at = first.length; at < both.length; at += 1) {
    const wrong = Buffer.from(both)
    wrong[at]! ^= 0x10
    expect(decodeEntries(wrong)).toMatchObject({ entries: [{ numbers: [1] }], isWhole: false })
  }
})

it('takes no row that the database would refuse for a NULL', () => {
  const row = placed(1).find(({ table }) => table === modelBenchmarkRuns)!
  expect(() => encodeEntry({ version: 5, rows: [{ ...row, values: { ...row.values, document: null } }] })).toThrow("model_benchmark_runs.document can't be NULL")
  expect([modelBenchmarkMetrics, idempotencyKeys].every(({ columns }) => Object.values(columns).every((type) => !type.endsWith('?')))).toBe(true)
})

it('uses its memory again for the next entry, and takes more for a large one', () => {
  const encoder = new EntryEncoder()
  const large = runRows(runWrite(3, { document: '漢'.repeat(7_000_000) })).map((row) => ({ ...row, seq: 3 }))
  const documents = [placed(1), large, placed(2)].map((rows) => decodeEntries(Buffer.from(encoder.encode({ version: 5, rows }))).entries[0]!.rows()[0]!.values.document)
  expect(documents).toEqual([placed(1)[0]!.values.document, '漢'.repeat(7_000_000), placed(2)[0]!.values.document])
})

import { expect, it } from 'vitest'
import { MIGRATIONS } from '../migrations/index.ts'
import { RECORD_TABLES } from '../tables/index.ts'
import { runWrite } from '../testing/run-write.ts'
import { runRows } from '../writes.ts'
import { connect, IN_MEMORY } from './connected.ts'

async function database() {
  const connected = await connect(IN_MEMORY, undefined, (error) => error)
  for (const statement of MIGRATIONS.flatMap(({ statements }) => statements)) await connected.writer.run(statement)
  return connected
}

it('stores every text as it is, those that hold the separators and the empty one too', async () => {
  const { writer, rows, disconnect } = await database()
  const names = ['', '\u001f', '\u001e', '\u001e\u001f0', '\u001f0\u001f', 'a\u001e0b\u001e1', 'é – 漢字 🙂', "'); DROP TABLE model_benchmark_runs; --"]
  const written = names.map((benchmark_name, n) => {
    const write = runWrite(n)
    return { ...write, summary: { ...write.summary, benchmark_name } }
  })
  await rows.insert(written.flatMap((write, n) => runRows(write).map((row) => ({ ...row, seq: n + 1 }))))
  const read = await writer.runAndReadAll('SELECT seq, benchmark_name, created_us, document FROM model_benchmark_runs ORDER BY seq')
  expect(read.getRowsJS()).toEqual(written.map(({ document, summary }, n) => [BigInt(n + 1), names[n], BigInt(Date.parse(summary.created_at)) * 1000n, document]))
  await disconnect()
})

it.each([
  { how: 'appended', table: RECORD_TABLES.measurements, text: 'prediction_id', number: 'latency' },
  { how: 'split from text', table: RECORD_TABLES.models, text: 'model_family', number: 'test_score' },
])('keeps NULL apart from texts that look like it, and every digit of a number: $how', async ({ table, text, number }) => {
  const { writer, rows, disconnect } = await database()
  const common = Object.fromEntries(Object.entries(table.columns).map(([column, type]) => [column, type === 'text' || type === 'json' ? '{}' : 1]))
  const expected: [string | null, number | null][] = [
    [null, null],
    ['', 0.1 + 0.2],
    ['\u0018', 5e-324],
    ['null', -1.7976931348623157e308],
  ]
  await rows.insert(expected.map(([written, value], seq) => ({ table, seq, values: { ...common, [text]: written, [number]: value } })))
  expect((await writer.runAndReadAll(`SELECT ${text}, ${number} FROM ${table.name} ORDER BY seq`)).getRowsJS()).toEqual(expected)
  await disconnect()
})

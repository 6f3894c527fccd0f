import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore, type RecordFilter, type RecordOf, STORES, type Store } from './index.ts'
import { microseconds } from './instant.ts'
import { measurement, taskWrite } from './testing/predictive-writes.ts'
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder.ts'

afterAll(removeTemporaryFolders)

const ROWS = 700
const MODELS = ['bert', 'gpt2', 'ünïcode 😀', '', 'a\u001fb', '\u0018', 'ﬀ', "o'neill", 'vit']

/** Every value comes up often enough to be filtered by, every kind of column has its odd ones. */
const rowOf = (n: number): RecordOf<'measurements'> =>
  measurement(n, {
    measurement_id: `meas-${n}`,
    timestamp: [new Date(1e12 + ((n * 7919) % 500) * 1000).toISOString(), '2001-09-09T01:50:00+00:00', '9999-12-31T23:59:59.999999Z', '1969-12-31T23:59:59.9995Z'][n % 50 < 47 ? 0 : (n % 50) - 46]!,
    model_name: MODELS[(n * 31) % MODELS.length]!,
    batch_size: 2 ** (n % 7),
    throughput: n % 11 === 0 ? null : ((n * 7919) % 97) / 3,
    latency: n % 100 === 0 ? -0 : (n * 31) % 53,
    memory_usage: n % 13,
    prediction_id: n % 3 === 0 ? null : `pred-${n % 200}`,
    measurement_source: n > 300 ? 'api' : 'benchmark',
    metadata: n % 2 ? {} : { n, text: 'a\u001fb' },
  })

const perhaps = <T>(...values: T[]) => fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...values) })
const conditionOn = <V>(column: string, compares: readonly string[], ...values: V[]) =>
  fc.record({ column: fc.constant(column), compares: fc.constantFrom(...compares), value: fc.constantFrom(...values) })
const RANGES = ['=', '>=', '<=', '<']
const condition = fc.oneof(
  conditionOn('model_name', ['='], ...MODELS, 'absent'),
  conditionOn('measurement_id', ['='], 'meas-5', 'meas-50', 'meas-699', 'eas-5', ''),
  conditionOn('prediction_id', ['='], 'pred-7', 'pred-199', 'pred'),
  conditionOn('batch_size', RANGES, 4, 4.5, -1, 64, 1e300),
  conditionOn('throughput', RANGES, 0, 10, 1 / 3, 32.5),
  conditionOn('latency', RANGES, 0, -0, 30),
  conditionOn('timestamp', RANGES, microseconds('2001-09-09T01:50:00Z'), microseconds('2001-09-09T01:50:00.0005Z'), microseconds('9999-12-31T23:59:59.999999Z'), -500n, -1000n),
)
const question = fc.record({
  limit: fc.integer({ min: 1, max: 40 }),
  offset: fc.constantFrom(0, 0, 7, 650, 800),
  equals: perhaps({ measurement_source: 'api' }, { batch_size: 8, model_name: 'vit' }),
  sinceUs: perhaps(microseconds('2001-09-09T01:50:00Z')),
  where: fc.array(condition, { maxLength: 2 }),
  orderBy: perhaps('throughput', 'batch_size', 'model_name', 'prediction_id', 'measurement_id', 'timestamp', 'latency', 'measurement_source'),
  isAscending: perhaps(true),
}) as fc.Arbitrary<RecordFilter>

/** The page and the one after its last row, as they are sent. */
const answers = async (store: Store, filter: RecordFilter): Promise<readonly Page[]> => JSON.parse(JSON.stringify(await pages(store, filter))) as Page[]

interface Page {
  readonly rows: readonly unknown[]
  readonly total: number
}

async function pages(store: Store, filter: RecordFilter) {
  const page = await store.listRecords('measurements', filter)
  const last = page.rows.at(-1)
  if (last === undefined) return [page]
  const value = filter.orderBy === undefined ? null : (last[filter.orderBy as 'model_name'] ?? null)
  const after = { value, createdUs: microseconds(last.timestamp), id: last.measurement_id }
  return [page, await store.listRecords('measurements', { ...filter, offset: 0, after })]
}

describe.each(Object.keys(STORES))('lists of records on %s', () => {
  it('are the same from the database, from memory, and from packed records', async () => {
    const place = { path: join(temporaryFolder(), 'test.duckdb'), dailyBackups: false }
    const stores = { database: { records: 1, olderRecordBytes: 0 }, memory: { records: 10_000 }, packed: { records: 1 }, half: { records: 300 } }
    const questions = fc.sample(question, { numRuns: 250, seed: 11 })
    const first = await openStore(place)
    for (let n = 0; n < ROWS; ) {
      const records = Array.from({ length: 1 + (n % 23) }, () => rowOf(n++))
      await first.writeTask(taskWrite(n, { records: { measurements: records } }))
    }
    await first.close()
    const expected: (readonly Page[])[] = []
    for (const [name, memory] of Object.entries(stores)) {
      const store = await openStore({ ...place, memory })
      await store.recordsAtHand()
      const found = []
      for (const filter of questions) found.push(await answers(store, filter))
      if (name === 'database') expected.push(...found)
      for (const [index, answer] of found.entries()) expect(answer, `${name}: ${JSON.stringify(questions[index], (_, v) => (typeof v === 'bigint' ? `${v}n` : v))}`).toEqual(expected[index])
      await store.close()
    }
    expect(expected.filter((found) => found.every(({ rows, total }) => rows.length > 0 && total < ROWS)).length).toBeGreaterThan(20)
  })

  it.each([3, 40])('follow %i deletions and what is written after them', async (count) => {
    const place = { path: join(temporaryFolder(), 'test.duckdb'), dailyBackups: false }
    const store = await openStore({ ...place, memory: { records: 1 } })
    for (let n = 0; n < ROWS; n += 50) await store.writeTask(taskWrite(n, { records: { measurements: Array.from({ length: 50 }, (_, at) => rowOf(n + at)) } }))
    await store.close()
    const again = await openStore({ ...place, memory: { records: 1 } })
    await again.recordsAtHand()
    const gone = Array.from({ length: count }, (_, n) => `meas-${n * 17}`)
    expect(await again.deleteRecords({ measurements: [...gone, 'meas-none'] })).toBe(count)
    await again.writeTask(taskWrite(ROWS, { records: { measurements: [rowOf(ROWS)] } }))
    await again.recordsAtHand()
    const filter = { limit: 1000, offset: 0, where: [{ column: 'batch_size', compares: '<=', value: 1000 }] } as const
    const expected = Array.from({ length: ROWS + 1 }, (_, n) => `meas-${n}`).filter((id) => !gone.includes(id))
    const { rows, total } = await again.listRecords('measurements', filter)
    expect([rows.map(({ measurement_id }) => measurement_id).toReversed(), total]).toEqual([expected, expected.length])
    await again.close()
  })

  it('go on behind a row that was deleted', async () => {
    for (const memory of [{ records: 1, olderRecordBytes: 0 }, { records: 100 }]) {
      const store = await openStore({ path: ':memory:', memory })
      for (const n of [1, 2, 3, 4]) await store.writeTask(taskWrite(n, { records: { measurements: [measurement(n)] } }))
      const after = { value: null, createdUs: 3_000_000n, id: 'meas-3' }
      await store.deleteRecords({ measurements: ['meas-3'] })
      const ids = async (isAscending: boolean) => (await store.listRecords('measurements', { limit: 10, offset: 0, isAscending, after })).rows.map(({ measurement_id }) => measurement_id)
      expect([await ids(false), await ids(true)]).toEqual([['meas-2', 'meas-1'], ['meas-4']])
      await store.close()
    }
  })
})

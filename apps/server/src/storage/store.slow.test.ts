import { join } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type OpenOptions, openStore, type RunFilter, STORES, type Store } from './index.ts'
import { comparison, runWrite } from './testing/run-write.ts'
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder.ts'

interface Places {
  /** An empty database that can be opened again. */
  readonly lasting: () => OpenOptions
  /** One that need not outlive the test; may be the same. */
  readonly passing: () => OpenOptions
}

/** How a test gets a database of each engine; the compiler asks for a new one's line. */
const PLACES: Record<keyof typeof STORES, Places> = {
  duckdb: {
    lasting: () => ({ path: join(temporaryFolder(), 'test.duckdb'), dailyBackups: false }),
    passing: () => ({ path: ':memory:' }),
  },
}

const FIRST_PAGE = { limit: 10, offset: 0 }
const ids = async (store: Store, filter: Partial<RunFilter> = {}) => (await store.listRuns({ ...FIRST_PAGE, ...filter })).runs.map(({ run_id }) => run_id.replace('benchmark-run-', ''))
const code = (error: unknown) => (error instanceof BenchcastError ? error.code : String(error))
const failure = (work: Promise<unknown>) => work.then(() => 'nothing was thrown', code)

afterAll(removeTemporaryFolders)

describe.each(Object.keys(STORES) as (keyof typeof STORES)[])('a store on %s', (engine) => {
  /** `work` that asks for the place gets a database that it can open again. */
  async function withStore(work: (store: Store, place: OpenOptions) => Promise<void>, options: OpenOptions = {}): Promise<void> {
    const place = work.length > 1 ? PLACES[engine].lasting() : PLACES[engine].passing()
    const store = await openStore({ ...place, ...options })
    await work(store, place).finally(() => store.close())
  }

  async function reopened(place: OpenOptions, options: OpenOptions, work: (store: Store) => Promise<void>): Promise<void> {
    const store = await openStore({ ...place, ...options })
    await work(store).finally(() => store.close())
  }

  it('gives a document back byte for byte, at once and after it was opened again', async () => {
    const document = '{"b": 1.0,  "a":"\\u0000 \\ud83d é 漢 😀 \' \\" \\\\","__proto__":null, "n":1e400}'
    await withStore(async (store, place) => {
      await store.insertRun(runWrite(1, { document }))
      expect(await store.findRun('benchmark-run-1')).toBe(document)
      await store.close()
      await reopened(place, {}, async (again) => expect(await again.findRun('benchmark-run-1')).toBe(document))
    })
  })

  it('finds nothing in an empty database', () =>
    withStore(async (store) => {
      expect(await store.findRun('benchmark-run-1')).toBeUndefined()
      expect(await store.findComparison('comparison-1')).toBeUndefined()
      expect(await store.listRuns(FIRST_PAGE)).toEqual({ runs: [], total: 0, nextCursor: null })
      expect(await store.history('forest')).toEqual({ records: [], total: 0 })
      expect(await store.latestRecords(['forest'])).toEqual(new Map())
      expect(await store.findIdempotent('runBenchmark', 'k')).toBeUndefined()
      expect(store.openWarnings).toEqual([])
    }))

  it('lists the newest first by write order, whatever the clock said', () =>
    withStore(async (store, place) => {
      const times = ['2026-11-21T10:00:00Z', '9999-12-31T23:59:59.999999Z', '1970-01-01T00:00:00Z', '2026-11-21T10:00:00.1Z']
      for (const [n, createdAt] of times.entries()) await store.insertRun(runWrite(n, { createdAt }))
      expect(await ids(store)).toEqual(['3', '2', '1', '0'])
      expect((await store.history('net')).records.map(({ timestamp }) => timestamp)).toEqual(times)
      expect((await store.latestRecords(['net'])).get('net')?.timestamp).toBe(times[3])
      await store.close()
      await reopened(place, {}, async (again) => {
        expect((await again.listRuns(FIRST_PAGE)).runs.map(({ created_at }) => created_at)).toEqual([...times].reverse())
      })
    }))

  it('compares times as instants: start included, end excluded, to the microsecond', () =>
    withStore(async (store) => {
      const times = ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00.000001Z', '2026-11-21T10:00:00.5Z', '2026-11-21T10:00:01Z']
      for (const [n, createdAt] of times.entries()) await store.insertRun(runWrite(n, { createdAt }))
      expect(await ids(store, { startTime: '2026-11-21T10:00:00.000001Z' })).toEqual(['3', '2', '1'])
      expect(await ids(store, { endTime: '2026-11-21T10:00:00.000001Z' })).toEqual(['0'])
      expect(await ids(store, { startTime: '2026-11-21T12:00:00.5+02:00', endTime: '2026-11-21T10:00:01Z' })).toEqual(['2'])
      expect(await failure(store.listRuns({ ...FIRST_PAGE, startTime: 'yesterday' }))).toBe('validation_failed')
    }))

  it('pages by a cursor that new runs do not disturb', () =>
    withStore(async (store) => {
      for (let n = 0; n < 5; n += 1) await store.insertRun(runWrite(n))
      const first = await store.listRuns({ limit: 2, offset: 0 })
      await store.insertRun(runWrite(5))
      const second = await store.listRuns({ limit: 2, offset: 3, cursor: first.nextCursor! })
      expect(second.runs.map(({ run_id }) => run_id)).toEqual(['benchmark-run-2', 'benchmark-run-1'])
      const third = await store.listRuns({ limit: 2, offset: 0, cursor: second.nextCursor! })
      expect(third).toMatchObject({ runs: [{ run_id: 'benchmark-run-0' }], total: 6, nextCursor: null })
    }))

  it('refuses a cursor it did not make', () =>
    withStore(async (store) => {
      for (const cursor of ['', 'nonsense', '-1', 'MQ==', 'MA', '999999999999999999999']) expect(await failure(store.listRuns({ ...FIRST_PAGE, cursor }))).toBe('validation_failed')
    }))

  it('counts everything that matches, not only the page', () =>
    withStore(async (store) => {
      for (let n = 0; n < 7; n += 1) await store.insertRun(runWrite(n, { taskType: n % 2 ? 'regression' : 'classification' }))
      expect(await store.listRuns({ limit: 1, offset: 1 })).toMatchObject({ total: 7, runs: [{ run_id: 'benchmark-run-5' }] })
      expect(await store.listRuns({ limit: 1, offset: 0, taskType: 'regression' })).toMatchObject({ total: 3, runs: [{ run_id: 'benchmark-run-5' }] })
      expect(await store.listRuns({ limit: 10, offset: 100 })).toEqual({ runs: [], total: 7, nextCursor: null })
    }))

  it('filters by model, data set, task and part of the name, ignoring case', () =>
    withStore(async (store) => {
      await store.insertRun(runWrite(1, { name: 'Kredit 50%_É', models: ['a,b', '"'], datasetId: 'd1' }))
      await store.insertRun(runWrite(2, { name: 'Kredit', models: ['a', 'b'], taskType: 'regression' }))
      expect(await ids(store, { name: 'KREDIT' })).toEqual(['2', '1'])
      expect(await ids(store, { name: '%_é' })).toEqual(['1'])
      expect(await ids(store, { name: '%' })).toEqual(['1'])
      expect(await ids(store, { modelId: '"' })).toEqual(['1'])
      expect(await ids(store, { modelId: ',' })).toEqual([])
      expect(await ids(store, { datasetId: 'd1' })).toEqual(['1'])
      expect(await ids(store, { taskType: 'regression', modelId: 'a' })).toEqual(['2'])
    }))

  it('answers every filter alike from full memory, from a little memory and from none', () =>
    withStore(async (store, place) => {
      const models = ['a', 'b', 'c', 'd']
      const write = (_: unknown, n: number) => {
        const createdAt = new Date(Date.UTC(2026, 0, 1 + ((n * 17) % 29))).toISOString()
        const name = `${n % 3 ? 'Straße' : 'İstanbul'} ${n}`
        return store.insertRun(runWrite(n, { name, models: models.slice(n % 3, 2 + (n % 3)), datasetId: `d${n % 4}`, taskType: n % 5 ? 'classification' : 'regression', createdAt }))
      }
      await Promise.all(Array.from({ length: 60 }, write))
      const perhaps = <T>(...values: T[]) => fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constantFrom(...values) })
      const filter = fc.record({
        limit: fc.integer({ min: 1, max: 20 }),
        offset: fc.integer({ min: 0, max: 70 }),
        cursor: perhaps(...[1, 30, 59, 70].map((seq) => Buffer.from(String(seq)).toString('base64url'))),
        taskType: perhaps('classification', 'regression', 'other'),
        modelId: perhaps(...models, 'e'),
        datasetId: perhaps('d0', 'd1', 'd9'),
        name: perhaps('STRASSE', 'straße', 'i', 'İ', '1', ' 5'),
        startTime: perhaps('2026-01-10T00:00:00Z', '2026-01-10T01:00:00+01:00'),
        endTime: perhaps('2026-01-20T00:00:00Z'),
      })
      const questions = fc.sample(filter, { numRuns: 80, seed: 7 })
      const answers = await Promise.all(questions.map((question) => store.listRuns(question)))
      expect(answers.some(({ runs, total }) => runs.length > 0 && total < 60)).toBe(true)
      await store.close()
      for (const runs of [100, 7, 0]) {
        await reopened(place, { memory: { runs, documentBytes: 0, models: 1 } }, async (again) => {
          expect(await Promise.all(questions.map((question) => again.listRuns(question)))).toEqual(answers)
          expect(JSON.parse((await again.findRun('benchmark-run-3'))!)).toMatchObject({ n: 3 })
        })
      }
    }))

  it('gives history oldest first, the latest `limit` of it, with the total', () =>
    withStore(async (store) => {
      for (let n = 0; n < 4; n += 1) await store.insertRun(runWrite(n, { models: n === 2 ? ['net'] : ['forest', 'net'] }))
      const { records, total } = await store.history('net', 2)
      expect(records.map((record) => JSON.stringify(record))).toEqual([runWrite(2, { models: ['net'] }).records[0], runWrite(3).records[1]])
      expect(total).toBe(4)
      expect((await store.history('forest')).total).toBe(3)
    }))

  it('gives the latest record of each model that has one, from memory or not', () =>
    withStore(async (store, place) => {
      for (let n = 0; n < 5; n += 1) await store.insertRun(runWrite(n, { models: [`m${n % 3}`, 'always'] }))
      const expected = new Map([
        ['m0', 3],
        ['m1', 4],
        ['m2', 2],
        ['always', 4],
      ] as const)
      const latest = async (from: Store) => new Map([...(await from.latestRecords(['m0', 'm1', 'm2', 'always', 'never']))].map(([id, { metadata }]) => [id, metadata.n]))
      expect(await latest(store)).toEqual(expected)
      await store.close()
      for (const models of [100, 2, 0]) await reopened(place, { memory: { models } }, async (again) => expect(await latest(again)).toEqual(expected))
    }))

  it('keeps comparisons', () =>
    withStore(async (store, place) => {
      await store.insertComparison({ document: comparison(1) })
      expect(await store.findComparison('comparison-1')).toEqual(comparison(1))
      await store.close()
      await reopened(place, {}, async (again) => expect(await again.findComparison('comparison-1')).toEqual(comparison(1)))
    }))

  it('remembers an idempotency key for 24 hours, per endpoint, across a restart', () =>
    withStore(async (store, place) => {
      const record = { key: 'k', endpoint: 'runBenchmark', fingerprint: 'ab'.repeat(32), resourceId: 'benchmark-run-1', createdAt: '2026-11-21T10:00:00Z' }
      const at = (time: string) => ({ now: () => new Date(time) })
      await store.close()
      await reopened(place, at('2026-11-21T10:00:00Z'), async (first) => {
        await first.insertRun(runWrite(1, { idempotency: record }))
        await first.insertComparison({ document: comparison(1), idempotency: { ...record, endpoint: 'compareModels' } })
        expect(await first.findIdempotent('runBenchmark', 'k')).toEqual(record)
      })
      for (const idempotencyKeys of [100, 1, 0]) {
        await reopened(place, { ...at('2026-11-22T09:59:59Z'), memory: { idempotencyKeys } }, async (again) => {
          expect(await again.findIdempotent('runBenchmark', 'k')).toEqual(record)
          expect(await again.findIdempotent('compareModels', 'k')).toEqual({ ...record, endpoint: 'compareModels' })
          expect(await again.findIdempotent('runBenchmark', 'other')).toBeUndefined()
        })
      }
      await reopened(place, at('2026-11-22T10:00:01Z'), async (again) => expect(await again.findIdempotent('runBenchmark', 'k')).toBeUndefined())
    }))

  it('shares commits among concurrent writes and numbers them without gaps', () =>
    withStore(async (store) => {
      await Promise.all(Array.from({ length: 300 }, (_, n) => store.insertRun(runWrite(n))))
      const { commits, lastSequence, queuedWrites, missingWrites } = store.stats()
      expect({ lastSequence, queuedWrites, missingWrites }).toEqual({ lastSequence: 300, queuedWrites: 0, missingWrites: 0 })
      expect(commits).toBeLessThan(10)
      expect((await store.listRuns(FIRST_PAGE)).total).toBe(300)
    }))

  it('refuses a write that cannot be stored and keeps those beside it', () =>
    withStore(async (store) => {
      const outcomes = await Promise.allSettled([1, 2, 3].map((n) => store.insertRun(runWrite(n, n === 2 ? { createdAt: 'noon' } : {}))))
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await ids(store)).toEqual(['3', '1'])
      expect((await store.history('net')).total).toBe(2)
    }))

  it('refuses what the queue has no place for as overloaded, and stores the rest', () =>
    withStore(
      async (store) => {
        const outcomes = await Promise.all(Array.from({ length: 12 }, (_, n) => failure(store.insertRun(runWrite(n)))))
        expect(outcomes.filter((outcome) => outcome === 'overloaded')).toHaveLength(4)
        expect((await store.listRuns(FIRST_PAGE)).total).toBe(8)
      },
      { maxQueuedWrites: 8 },
    ))

  it('refuses writes on an almost full disk, and goes on reading', () =>
    withStore(async (store, place) => {
      await store.insertRun(runWrite(1))
      await store.close()
      await reopened(place, { minFreeBytes: Number.MAX_SAFE_INTEGER }, async (full) => {
        expect(await failure(full.insertRun(runWrite(2)))).toBe('storage_full')
        expect(await failure(full.insertComparison({ document: comparison(1) }))).toBe('storage_full')
        expect(await ids(full)).toEqual(['1'])
        expect((await full.health()).filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['free_disk'])
      })
    }))

  it('says that it is well', () => withStore(async (store) => expect((await store.health()).every(({ ok }) => ok)).toBe(true)))

  it('closes once, after what was asked of it, and then answers database_unavailable', () =>
    withStore(async (store, place) => {
      const written = store.insertRun(runWrite(1))
      await Promise.all([store.close(), store.close()])
      await written
      expect(await failure(store.insertRun(runWrite(2)))).toBe('database_unavailable')
      expect((await store.health()).find(({ name }) => name === 'database')?.ok).toBe(false)
      await reopened(place, {}, async (again) => expect(await ids(again)).toEqual(['1']))
    }))

  it('makes a backup that is a database of its own', () =>
    withStore(async (store, _place) => {
      await store.insertRun(runWrite(1))
      const target = join(temporaryFolder(), 'copy.duckdb')
      const { path, tables } = await store.backup(target)
      expect({ path, tables }).toMatchObject({ path: target, tables: { model_benchmark_runs: 1, model_benchmark_metrics: 2 } })
      expect(await failure(store.backup(target))).toBe('invalid_data')
      await store.insertRun(runWrite(2))
      await reopened({ path: target }, {}, async (copy) => expect(await ids(copy)).toEqual(['1']))
    }))
})

describe('opening', () => {
  it('names the engines when asked for one that is not there', async () => {
    await expect(openStore({ url: 'oracle:thing' })).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining('duckdb') })
  })
})

import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type OpenOptions, openStore, STORES, type Store } from './index.ts'
import { measurement, prediction, predictionError, recommendation, taskWrite, testRun } from './testing/predictive-writes.ts'
import { removeTemporaryFolders, temporaryFolder } from './testing/temporary-folder.ts'

const place = (): OpenOptions => ({ path: join(temporaryFolder(), 'test.duckdb'), dailyBackups: false })
const FIRST_PAGE = { limit: 10, offset: 0 }

/** Runs the checks on the store as it was written, after it was opened again with a memory too small to answer from, and with older records packed. */
async function everywhere(write: (store: Store) => Promise<unknown>, check: (store: Store) => Promise<void>): Promise<void> {
  const options = place()
  const store = await openStore(options)
  await write(store)
  await check(store)
  await store.close()
  for (const olderRecordBytes of [0, 1_000_000]) {
    const again = await openStore({ ...options, memory: { records: 1, olderRecordBytes } })
    await again.recordsAtHand()
    await check(again).finally(() => again.close())
  }
}

afterAll(removeTemporaryFolders)

describe.each(Object.keys(STORES))('tasks and records on %s', () => {
  it('lists records newest first with the total, filtered by columns and time', () =>
    everywhere(
      async (store) => {
        for (const n of [1, 2, 3]) await store.writeTask(taskWrite(n, { records: { predictions: [prediction(n), prediction(10 + n, { hardware_platform: 'cpu' })] } }))
      },
      async (store) => {
        const list = async (filter: object) => (await store.listRecords('predictions', { ...FIRST_PAGE, ...filter })).rows.map((row) => row.prediction_id)
        expect(await list({})).toEqual(['pred-13', 'pred-3', 'pred-12', 'pred-2', 'pred-11', 'pred-1'])
        expect(await list({ limit: 2, offset: 1 })).toEqual(['pred-3', 'pred-12'])
        expect(await list({ offset: 6 })).toEqual([])
        expect(await list({ equals: { hardware_platform: 'cpu', model_name: undefined } })).toEqual(['pred-13', 'pred-12', 'pred-11'])
        expect(await list({ equals: { hardware_platform: 'cpu', batch_size: 2 } })).toEqual(['pred-12'])
        expect(await list({ sinceUs: 3_000_000n })).toEqual(['pred-13', 'pred-3'])
        expect((await store.listRecords('predictions', { limit: 1, offset: 0, equals: { hardware_platform: 'cuda' } })).total).toBe(3)
      },
    ))

  it.each(['batch_size', 'throughput'])('compares %s with any finite number, whole or not, however large', (column) =>
    everywhere(
      (store) => store.writeTask(taskWrite(1, { records: { measurements: [measurement(1), measurement(2)] } })),
      async (store) => {
        const count = async (compares: '=' | '>=' | '<=', value: number) =>
          (await store.listRecords('measurements', { ...FIRST_PAGE, orderBy: column, where: [{ column, compares, value }] })).rows.length
        for (const large of [2 ** 31, 2 ** 53, 2 ** 63, 1e19, 1.5e300, Number.MAX_VALUE]) {
          expect([await count('<=', large), await count('>=', large), await count('=', large)], String(large)).toEqual([2, 0, 0])
          expect([await count('<=', -large), await count('>=', -large), await count('=', -large)], String(-large)).toEqual([0, 2, 0])
        }
        expect(await count('<=', 1e-300)).toBe(0)
      },
    ),
  )

  it('gives every column back as it was written, JSON parsed, what is unknown as null', () =>
    everywhere(
      (store) => store.writeTask(taskWrite(1, { records: { measurements: [measurement(1, { latency: null, metadata: { host: "o'neill", tags: [1, null] } })] } })),
      async (store) => {
        expect((await store.listRecords('measurements', FIRST_PAGE)).rows).toEqual([measurement(1, { latency: null, metadata: { host: "o'neill", tags: [1, null] } })])
        expect(await store.findRecord('measurements', 'meas-1')).toEqual(measurement(1, { latency: null, metadata: { host: "o'neill", tags: [1, null] } }))
        expect(await store.findRecord('measurements', 'meas-2')).toBeUndefined()
      },
    ))

  it('finds the newest real prediction of exactly one configuration', () =>
    everywhere(
      async (store) => {
        await store.writeTask(taskWrite(1, { records: { predictions: [prediction(1, { batch_size: 8 }), prediction(2, { batch_size: 8, precision: 'fp16' })] } }))
        await store.writeTask(taskWrite(2, { records: { predictions: [prediction(3, { batch_size: 8 }), prediction(4, { batch_size: 8, prediction_source: 'sample' })] } }))
      },
      async (store) => {
        const at = async (changes: object) => (await store.newestPrediction({ ...prediction(1, { batch_size: 8 }), ...changes }))?.prediction_id
        expect([await at({}), await at({ precision: 'fp16' }), await at({ batch_size: 4 }), await at({ mode: 'training' })]).toEqual(['pred-3', 'pred-2', undefined, undefined])
      },
    ))

  it('finds it in the first of the settings that has one, which name a device and facts or neither', () =>
    everywhere(
      async (store) => {
        const kept = [{ device: 'NVIDIA "A"', configuration: {} }, { device: 'NVIDIA "A"', configuration: { framework: 'f' } }, { device: 'B', configuration: {} }, { device: 'C' }, { level: 0.9 }]
        for (const [n, metadata] of kept.entries()) await store.writeTask(taskWrite(n, { records: { predictions: [prediction(n, { batch_size: 8, metadata })] } }))
      },
      async (store) => {
        const at = async (...settings: readonly object[]) => (await store.newestPrediction({ ...prediction(1, { batch_size: 8 }), settings }))?.prediction_id
        const [a, fast] = [
          { device: 'NVIDIA "A"', configuration: {} },
          { device: 'NVIDIA "A"', configuration: { framework: 'f' } },
        ]
        expect([await at(a), await at(fast), await at(fast, a)]).toEqual(['pred-0', 'pred-1', 'pred-1'])
        expect([await at({ device: 'C' }), await at({ device: 'C', configuration: {} })]).toEqual(['pred-3', undefined])
        expect([await at({ device: 'B' }), await at({ device: 'B' }, {})]).toEqual([undefined, 'pred-4'])
      },
    ))

  it('tells the phases of a language model apart, and takes none for reading', () =>
    everywhere(
      async (store) => {
        const phases = ['prefill', 'decode', null, 'decode'] as const
        for (const [n, phase] of phases.entries()) await store.writeTask(taskWrite(n, { records: { predictions: [prediction(n, { batch_size: n < 3 ? 8 : 4, phase })] } }))
      },
      async (store) => {
        const at = async (changes: object) => (await store.newestPrediction({ ...prediction(1, { batch_size: 8 }), ...changes }))?.prediction_id
        expect([await at({ phase: 'decode' }), await at({ phase: null }), await at({ phase: 'prefill' })]).toEqual(['pred-1', 'pred-2', 'pred-2'])
        expect([await at({ batch_size: 4, phase: 'decode' }), await at({ batch_size: 4, phase: null })]).toEqual(['pred-3', undefined])
        expect((await store.listRecords('predictions', { ...FIRST_PAGE, equals: { phase: 'decode' } })).rows.map(({ prediction_id }) => prediction_id)).toEqual(['pred-3', 'pred-1'])
      },
    ))

  it('knows which recommendations were accepted, by their newest feedback', () =>
    everywhere(
      async (store) => {
        await store.writeTask(taskWrite(1, { records: { recommendations: [recommendation(1), recommendation(2), recommendation(3)] } }))
        const answer = (n: number, to: number, accepted: number) => ({
          feedback_id: `fb-${n}`,
          recommendation_id: `rec-${to}`,
          accepted,
          feedback: null,
          user_id: null,
          timestamp: '1970-01-01T00:00:09Z',
          metadata: {},
        })
        for (const [n, to, accepted] of [
          [1, 1, 1],
          [2, 2, 1],
          [3, 2, 0],
        ] as const)
          await store.writeTask(taskWrite(1 + n, { records: { feedback: [answer(n, to, accepted)] } }))
      },
      async (store) => {
        const ids = async (accepted?: boolean) => (await store.listRecords('recommendations', { ...FIRST_PAGE, accepted })).rows.map((row) => row.recommendation_id)
        expect([await ids(true), await ids(false), await ids()]).toEqual([['rec-1'], ['rec-2'], ['rec-3', 'rec-2', 'rec-1']])
        expect(store.feedback().get('rec-2')?.accepted).toBe(0)
      },
    ))

  it('deletes records for good, in memory and in the file, and numbers the writes after it without a gap', () =>
    everywhere(
      async (store) => {
        for (const n of [1, 2, 3, 4])
          await store.writeTask(
            taskWrite(n, { records: { testRuns: [testRun(n)], batches: [{ batch_id: `batch-${n}`, timestamp: '1970-01-01T00:00:01Z', component: 'test', run_ids: [], metadata: {} }] } }),
          )
        const [deleted] = await Promise.all([
          store.deleteRecords({ testRuns: ['run-2', 'run-4', 'run-9', "'; --"], batches: ['batch-1'] }),
          store.writeTask(taskWrite(5, { records: { testRuns: [testRun(5)] } })),
        ])
        expect(deleted).toBe(3)
        expect(await store.deleteRecords({ testRuns: ['run-2'] })).toBe(0)
        expect(await store.deleteRecords({})).toBe(0)
        await store.writeTask(taskWrite(6))
      },
      async (store) => {
        const { rows, total } = await store.listRecords('testRuns', FIRST_PAGE)
        expect([rows.map(({ run_id }) => run_id), total]).toEqual([['run-5', 'run-3', 'run-1'], 3])
        expect((await store.listRecords('batches', { limit: 1, offset: 0 })).total).toBe(3)
        expect(await store.findRecord('testRuns', 'run-2')).toBeUndefined()
        expect([store.stats().lastSequence, store.openWarnings]).toEqual([6, []])
      },
    ))

  it.each([1, 15])('deletes the errors of predictions with the %i measurements they are of, and counts the measurements alone', (gone) =>
    everywhere(
      async (store) => {
        for (let n = 1; n <= 20; n += 1) {
          const errors = ['throughput', 'latency'].map((metric) => predictionError(n, { error_id: `err-${n}-${metric}`, metric, relative_error: n <= gone ? 1000 : 0.25 }))
          await store.writeTask(taskWrite(n, { records: { measurements: [measurement(n)], errors } }))
        }
        expect(await store.deleteRecords({ measurements: Array.from({ length: gone }, (_, n) => `meas-${n + 1}`) })).toBe(gone)
      },
      async (store) => {
        const { rows, total } = await store.listRecords('errors', { limit: 100, offset: 0 })
        expect([total, rows.length, rows.filter(({ measurement_id }) => Number(measurement_id.slice(5)) <= gone)]).toEqual([2 * (20 - gone), 2 * (20 - gone), []])
        expect((await store.listRecords('errors', { ...FIRST_PAGE, equals: { measurement_id: 'meas-1' } })).rows).toEqual([])
        expect(await store.modelStatistics()).toMatchObject([{ total_measurements: 20 - gone, mean_relative_error: 0.25 }])
        expect((await store.predictiveCounts({})).model_name).toMatchObject([{ total_measurements: 20 - gone, mean_relative_error: 0.25 }])
      },
    ),
  )

  it('finds records by a part of their texts, ignoring case', () =>
    everywhere(
      (store) =>
        store.writeTask(taskWrite(1, { records: { testRuns: [testRun(1), testRun(2, { model_name: 'Whisper-Tiny', hardware: ['cuda'], error: null }), testRun(3, { error: '100% of IT' })] } })),
      async (store) => {
        const found = async (text: string) =>
          (await store.listRecords('testRuns', { ...FIRST_PAGE, containing: { text, columns: ['model_name', 'hardware', 'error'] } })).rows.map(({ run_id }) => run_id)
        expect([await found('tiny'), await found('CUDA'), await found('% of it'), await found('nowhere')]).toEqual([['run-2'], ['run-2'], ['run-3'], []])
      },
    ))

  it('counts runs by model, platforms, status and day', () =>
    everywhere(
      async (store) => {
        for (const [n, changes] of [{ duration: 2 }, { duration: 4, started_at: '2026-01-02T23:00:00Z' }, { status: 'failed' }, { started_at: '2026-01-03T01:00:00Z' }].entries())
          await store.writeTask(taskWrite(n, { records: { testRuns: [testRun(n, changes)] } }))
      },
      async (store) => {
        const counts = (await store.countRuns('testRuns', {})).toSorted((a, b) => `${a.day}${a.status}`.localeCompare(`${b.day}${b.status}`))
        expect(counts.map(({ day, status, runs, hardware }) => [day, status, runs, hardware])).toEqual([
          ['2026-01-02', 'completed', 2, '["cpu"]'],
          ['2026-01-02', 'failed', 1, '["cpu"]'],
          ['2026-01-03', 'completed', 1, '["cpu"]'],
        ])
        expect(counts[0]).toMatchObject({ model_name: 'bert', total_duration: 6, min_duration: 2, max_duration: 4, latest: '2026-01-02T23:00:00Z' })
        expect(await store.countRuns('testRuns', { equals: { status: 'failed' } })).toHaveLength(1)
      },
    ))

  it('keeps heavy columns out of lists and memory, and gives them with the record', () => {
    const model = {
      model_id: 'model-1',
      timestamp: '1970-01-01T00:00:01Z',
      model_type: 'trees',
      target_metric: 'throughput',
      hardware_platform: 'cuda',
      model_family: null,
      features_list: ['a', 'b'],
      training_score: 0.9,
      validation_score: null,
      test_score: null,
      serialized_model: '{"trees":[]}',
      metadata: {},
    }
    const { serialized_model, ...light } = model
    return everywhere(
      (store) => store.writeTask(taskWrite(1, { records: { models: [model] } })),
      async (store) => {
        expect((await store.listRecords('models', FIRST_PAGE)).rows).toEqual([light])
        expect(await store.findRecord('models', 'model-1')).toEqual({ ...light, serialized_model })
      },
    )
  })

  it('gives the last change of a task, and what is unfinished with the attempts that count', () =>
    everywhere(
      async (store) => {
        for (const [n, event, attempt] of [
          [1, 'created', 0],
          [2, 'created', 0],
          [1, 'started', 1],
          [1, 'released', 1],
          [1, 'started', 1],
          [2, 'failed', 0],
          [3, 'created', 0],
          [4, 'completed', 1],
        ] as const)
          await store.writeTask(taskWrite(n, { event, attempt }))
      },
      async (store) => {
        expect(await store.findTask('task-1')).toMatchObject({ event: 'started', kind: 'test', attempt: 1 })
        expect(await store.findTask('task-9')).toBeUndefined()
        expect((await store.unfinishedTasks()).map(({ taskId, attempt, document }) => [taskId, attempt, document])).toEqual([
          ['task-1', 1, '{"n":1}'],
          ['task-3', 0, '{"n":3}'],
        ])
      },
    ))

  it('counts by model, without samples', () =>
    everywhere(
      async (store) => {
        await store.writeTask(taskWrite(1, { records: { predictions: [prediction(1), prediction(2)], measurements: [measurement(3), measurement(4, { measurement_source: 'sample' })] } }))
        await store.writeTask(taskWrite(2, { records: { recommendations: [recommendation(5, { model_name: 'vit' })] } }))
      },
      async (store) => {
        expect(await store.modelStatistics()).toEqual([
          { model_name: 'vit', total_predictions: 0, total_measurements: 0, total_recommendations: 1, mean_relative_error: null, latest: '1970-01-01T00:00:05Z' },
          { model_name: 'bert', total_predictions: 2, total_measurements: 1, total_recommendations: 0, mean_relative_error: null, latest: '1970-01-01T00:00:03Z' },
        ])
      },
    ))

  it('writes a task, its records and its key together, and keeps the order of writes over runs and tasks', async () => {
    const store = await openStore({ path: ':memory:' })
    const idempotency = { key: 'k', endpoint: 'recordMeasurement', fingerprint: 'f', resourceId: 'task-1', createdAt: new Date().toISOString() }
    await Promise.all([store.writeTask(taskWrite(1, { idempotency, records: { measurements: [measurement(1)] } })), store.writeTask(taskWrite(2))])
    expect(await store.findIdempotent('recordMeasurement', 'k')).toEqual(idempotency)
    expect(store.stats()).toMatchObject({ lastSequence: 2, commits: 1 })
    await store.close()
  })
})

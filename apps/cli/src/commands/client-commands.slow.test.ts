import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inFolder, withServer } from '../../../server/src/testing/spawn-server.ts'
import { runBenchcast } from '../testing/run-benchcast.ts'

const LONG = 300_000
const TINY = 'prajjwal1/bert-tiny'
const MEASURED = ['--hardware', 'cuda', '--batch', '8', '--precision', 'fp16']

describe('benchcast, asking a server', () => {
  it(
    'recommends, predicts, records, analyses and lists, for people, programs and spreadsheets',
    async () => {
      await withServer(async (url) => {
        const ask = (...args: string[]) => runBenchcast([...args, '--url', url])
        const page = await ask('recommend', 'bert-base-uncased', '--hardware', 'cuda,cpu', '--batch', '8')
        expect(page).toMatchObject({ code: 0, stderr: '' })
        expect(page.stdout).toMatch(/bert-base-uncased runs best on cuda[\s\S]*├─*●─*┤[\s\S]*Why not the others\n· cpu: [\s\S]*Recommendation rec-/)
        const { ranking, recommendation_id } = JSON.parse((await ask('predict-hardware', 'bert-base-uncased', '--json')).stdout)
        expect(ranking[0]).toMatchObject({ hardware: expect.any(String), score_interval: [expect.any(Number), expect.any(Number)] })

        const predicted = await ask('predict', 'bert-base-uncased', ...MEASURED, '--format', 'csv')
        expect(predicted.stdout).toMatch(/^model_name,hardware,device,.*throughput_lower.*\nbert-base-uncased,cuda,/)
        const recorded = await ask('record', 'bert-base-uncased', ...MEASURED, '--throughput', '1234', '--latency', '6.5')
        expect(recorded.stdout).toMatch(/Recorded bert-base-uncased on cuda as meas-[\s\S]*throughput +predicted [\d,.]+, measured 1,234, off by \d+ %/)
        expect((await ask('analyze')).stdout).toMatch(/^1 measurement, 2 comparisons, median accuracy/)
        expect((await ask('measurements', '-q')).stdout).toMatch(/^meas-[-\da-f]{36}\n$/)
        expect((await ask('predictions')).stdout).toMatch(/pred-[-\da-f]{36}/)
        expect(await ask('feedback', recommendation_id, '--accepted', 'yes')).toMatchObject({ code: 0, stdout: expect.stringContaining('Noted') })
        expect(JSON.parse((await ask('list-recommendations', '--accepted', 'yes', '--json')).stdout)).toMatchObject({ count: 1 })
        expect(JSON.parse((await ask('suggest', '--limit', '2', '--json')).stdout).suggestions).toHaveLength(2)
        expect((await ask('suggest', '--device', 'T4', '--limit', '2')).stdout).toContain('NVIDIA T4')
        expect((await ask('predictors', 'activate', 'prior')).stdout).toBe('The shipped predictor (prior) serves already: nothing was changed.\n')
        expect(JSON.parse((await ask('predictors', 'list', '--json')).stdout)).toMatchObject({ serving_model_id: 'prior', models: [] })
      })
    },
    LONG,
  )

  it(
    'measures, tests and generates with progress, follows and lists what ran, and exports',
    async () => {
      await withServer(async (url, server) => {
        const { spawnargs } = server.process
        const db = spawnargs[spawnargs.indexOf('--db') + 1]!
        const folder = dirname(db)
        const ask = (...args: string[]) => runBenchcast([...args, '--db', db])
        const measured = await ask('benchmark', 'start', TINY, '--batch-sizes', '1', '--max-seconds', '0.3', '--monitor', '--json')
        expect(JSON.parse(measured.stdout).results[TINY].cpu.batches).toMatchObject([{ status: 'completed', throughput_items_per_second: expect.any(Number) }])
        const tested = await ask('test', TINY)
        expect(tested).toMatchObject({ code: 0, stdout: expect.stringContaining('4 passed, 0 failed') })
        const out = join(folder, 'measure.py')
        expect(await ask('generate', TINY, '--out', out)).toMatchObject({ code: 0, stdout: `${out}\n` })
        expect(await readFile(out, 'utf8')).toContain('#!/usr/bin/env python3')

        const runs = JSON.parse((await ask('tasks', 'list', '--json')).stdout) as { kind: string; id: string }[]
        expect(runs.map(({ kind }) => kind).sort()).toEqual(['benchmark', 'script', 'test'])
        const { stdout } = await ask('tasks', 'show', runs.find(({ kind }) => kind === 'benchmark')!.id)
        expect(stdout).toMatch(/Status +completed/)
        const parquet = join(folder, 'all.parquet')
        expect(await ask('export', 'measurements', '--out', parquet)).toMatchObject({ code: 0, stdout: `${parquet}\n` })
        expect((await readFile(parquet)).subarray(0, 4).toString()).toBe('PAR1')
        expect((await ask('export', 'benchmarks')).stdout).toMatch(/^[\w,]+\r?\n[^\n]*bert-tiny/)

        // The database API asks for a key, unless the command runs beside the database.
        expect(await runBenchcast(['tasks', 'list', '--url', url])).toMatchObject({ code: 4, stdout: '', stderr: expect.stringContaining('--api-key') })
        const slow = await ask('benchmark', 'start', TINY, '--batch-sizes', '4,8,16,32,64,128', '--profile', 'thorough', '--max-seconds', '50', '--scenario', 'offline', '--monitor', '--timeout', '1')
        expect(slow).toMatchObject({ code: 6, stderr: expect.stringMatching(/has not ended in time.*tasks watch.*--timeout/s) })
        const id = /benchcast: (\S+) has not/.exec(slow.stderr)![1]!
        const interrupted = await runBenchcast(['tasks', 'watch', id, '--url', url], { onStart: (child) => child.stderr!.once('data', () => child.kill('SIGINT')) })
        expect(interrupted).toMatchObject({ code: 130, stderr: expect.stringContaining('benchcast: interrupted.') })
        expect(await ask('tasks', 'cancel', id)).toMatchObject({ code: 0, stdout: expect.stringMatching(/Status +failed|Status +running/) })
      })
    },
    LONG,
  )
})

describe('benchcast, without a server', () => {
  it(
    'works with the database file and leaves nothing running, and asks the server of the file where one runs',
    async () => {
      await inFolder(async (folder) => {
        const db = join(folder, 'own.duckdb')
        const recorded = await runBenchcast(['record', 'bert-base-uncased', ...MEASURED, '--throughput', '1234', '--db', db, '-q'], { cwd: folder })
        expect(recorded).toMatchObject({ code: 0, stdout: expect.stringMatching(/^meas-\S+\n$/), stderr: '' })
        expect(existsSync(`${db}.control`)).toBe(false)
        expect((await runBenchcast(['measurements', '-q'], { cwd: folder, env: { BENCHCAST_DB: db } })).stdout).toBe(recorded.stdout)
      })
    },
    LONG,
  )

  it.each([
    [['recommend'], 2, /Name the model: benchcast recommend MODEL/],
    [['recommend', 'x', '--batch', 'many'], 2, /--batch is 'many': give a number/],
    [['recommend', 'x', '--bathc', '1'], 2, /Did you mean --batch\?/],
    [['tasks', 'lst'], 2, /Did you mean list\?/],
    [['models', '--url', 'nonsense'], 2, /is no address of a server/],
    [['models', '--url', 'http://127.0.0.1:9'], 1, /does not answer: start a server with benchcast serve/],
  ])(
    '%j ends with %d and says why',
    async (args, code, message) => {
      expect(await runBenchcast(args)).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(message) })
    },
    LONG,
  )
})

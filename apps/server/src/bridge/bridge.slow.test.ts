import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { importDatabase } from './benchmark-database.ts'
import { BenchmarkFolder } from './benchmark-folder.ts'

let t: TestApp
let folder: string
let log: string[]
let bridge: BenchmarkFolder
beforeEach(async () => {
  t = await openTestApp()
  folder = await mkdtemp(join(tmpdir(), 'benchcast-bridge-'))
  log = []
  bridge = new BenchmarkFolder(folder, t.services, (message) => log.push(message))
})
afterEach(async () => {
  await bridge.close()
  await t.close()
  await rm(folder, { recursive: true })
})

const TESTDATA = new URL('../../../../packages/core/testdata/imports/', import.meta.url)
const bmf = (throughput: number) => JSON.stringify({ 'bert-base-uncased?hardware_platform=cpu&batch_size=8&precision=fp32': { throughput: { value: throughput } } })
const measurements = async () => (await t.services.store.listRecords('measurements', { limit: 100, offset: 0 })).rows

describe('A folder that other tools write into', () => {
  it('is read at the start, each measurement once, however often a file is seen and under whatever name', async () => {
    await writeFile(join(folder, 'first.json'), bmf(10))
    await bridge.open()
    expect(await measurements()).toMatchObject([
      { model_name: 'bert-base-uncased', hardware_platform: 'cpu', throughput: 10, metadata: { imported_from: { file: join(folder, 'first.json'), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) } } },
    ])
    await mkdir(join(folder, 'deeper'))
    await copyFile(join(folder, 'first.json'), join(folder, 'deeper', 'copy.json'))
    await bridge.scan()
    expect(await measurements()).toHaveLength(1)
  })

  it('is watched: a file that is written later is imported too', async () => {
    await bridge.open()
    await writeFile(join(folder, 'later.json'), bmf(20))
    while ((await measurements()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(await measurements()).toMatchObject([{ throughput: 20 }])
  })

  it('may hold what no tool wrote: it is named in the log and left alone', async () => {
    await writeFile(join(folder, 'notes.txt'), 'nothing to see')
    await writeFile(join(folder, 'broken.json'), '{"a":')
    await writeFile(join(folder, 'picture.png'), 'x')
    const { refused } = await bridge.scan()
    expect(refused.map((line) => line.split(':')[0])).toEqual(['broken.json', 'notes.txt'])
    expect(log).toEqual(refused)
    expect(await measurements()).toEqual([])
  })

  it('that does not exist is nothing to worry about', async () => {
    const none = new BenchmarkFolder(join(folder, 'none'), t.services, (message) => log.push(message))
    await none.open()
    await none.close()
    expect(log).toEqual([])
  })

  it('teaches the predictor only what can be compared with a prediction', async () => {
    await copyFile(new URL('hyperfine.json', TESTDATA), join(folder, 'program.json')).catch(() => writeFile(join(folder, 'program.json'), bmf(5)))
    await bridge.scan()
    for (const { metadata } of await measurements()) expect(typeof (metadata as { comparable?: unknown }).comparable).toBe('boolean')
  })
})

describe('A database of another tool', () => {
  const make = async (path: string, statements: readonly string[]) => {
    const instance = await DuckDBInstance.create(path)
    const connection = await instance.connect()
    for (const statement of statements) await connection.run(statement)
    connection.closeSync()
    instance.closeSync()
  }

  it('is read once however often, and what is no measurement is refused by name', async () => {
    const path = join(folder, 'other.duckdb')
    await make(path, [
      'CREATE TABLE models (model_id INTEGER, model_name VARCHAR, model_family VARCHAR)',
      'CREATE TABLE hardware_platforms (hardware_id INTEGER, hardware_type VARCHAR, device_name VARCHAR)',
      'CREATE TABLE performance_results (result_id INTEGER, model_id INTEGER, hardware_id INTEGER, batch_size INTEGER, precision VARCHAR, throughput_items_per_second DOUBLE, average_latency_ms DOUBLE, memory_peak_mb DOUBLE)',
      "INSERT INTO models VALUES (1, 'bert-base-uncased', 'embedding')",
      "INSERT INTO hardware_platforms VALUES (1, 'cuda', 'NVIDIA A100 80GB SXM'), (2, 'abacus', NULL)",
      "INSERT INTO performance_results VALUES (1, 1, 1, 8, 'fp16', 1234.5, 6.5, 1000), (2, 1, 2, 8, 'fp32', 1, 1, 1)",
    ])
    const first = await importDatabase(path, t.services)
    expect(first).toMatchObject({ recorded: 1, known: 0, refused: [expect.stringContaining('abacus')] })
    expect(await measurements()).toMatchObject([{ model_name: 'bert-base-uncased', throughput: 1234.5, measurement_source: 'benchmark-db' }])
    expect(await importDatabase(path, t.services)).toMatchObject({ recorded: 0, known: 1 })
  })

  it('without its tables, or that is not there, says so', async () => {
    const path = join(folder, 'empty.duckdb')
    await make(path, ['CREATE TABLE nothing (a INTEGER)'])
    await expect(importDatabase(path, t.services)).rejects.toThrow(/performance_results/)
    await expect(importDatabase(join(folder, 'none.duckdb'), t.services)).rejects.toThrow(/none\.duckdb/)
  })
})

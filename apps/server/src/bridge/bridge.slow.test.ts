import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
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
  }, 20_000)

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

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { knownSettings, parseConfig } from '../config.ts'
import { childPlans } from './child-plans.ts'
import { addComponent, removeComponent, restoreFile } from './edit-gateway-file.ts'

const NAME = 'predictive-performance'
let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benchcast-gateway-'))
  path = join(folder, 'gateway.json')
})
afterEach(() => rm(folder, { recursive: true }))
const read = async (file = path) => JSON.parse(await readFile(file, 'utf8')) as Record<string, { port?: number; enabled?: boolean }>

describe('the configuration file of a gateway', () => {
  const before = '{"gateway":{"port":9000},"test_api":{"port":9001,"host":"127.0.0.1"},"mine":{"kept":true}}'

  it('gains a component once, and keeps what it had', async () => {
    await writeFile(path, before)
    expect((await addComponent(path, NAME)).isChanged).toBe(true)
    const once = await readFile(path, 'utf8')
    expect(JSON.parse(once)).toEqual({ ...JSON.parse(before), predictive_performance_api: { enabled: true, host: '127.0.0.1', port: 8500, args: [] } })
    expect((await addComponent(path, NAME)).isChanged).toBe(false)
    expect(await readFile(path, 'utf8')).toBe(once)
  })

  it('is kept beside it as it was before the first change, whatever changes follow, and comes back to the byte', async () => {
    await writeFile(path, before)
    await addComponent(path, NAME)
    await removeComponent(path, NAME)
    await addComponent(path, NAME)
    expect(await readFile(`${path}.bak`, 'utf8')).toBe(before)
    await restoreFile(path)
    expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual([before, ['gateway.json']])
  })

  it('is not restored without a backup: exit 1 and a sentence', async () => {
    await expect(restoreFile(path)).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining('There is no backup') })
  })

  it('is made with all components when there is none, and enabled again where it was switched off', async () => {
    await addComponent(path, NAME)
    expect(Object.keys(await read())).toEqual(['gateway', 'test_api', 'generator_api', 'benchmark_api', 'predictive_performance_api'])
    await writeFile(path, '{"predictive_performance_api":{"enabled":false,"port":9500}}')
    await addComponent(path, NAME)
    expect((await read()).predictive_performance_api).toMatchObject({ enabled: true, port: 9500 })
  })

  it('is left as it is when it is not JSON', async () => {
    await writeFile(path, '{"gateway":')
    await expect(addComponent(path, NAME)).rejects.toThrow('is not JSON')
    expect([await readFile(path, 'utf8'), await readdir(folder)]).toEqual(['{"gateway":', ['gateway.json']])
  })

  it('says ports, addresses and options of what it names; flags win', async () => {
    const file = { gateway: { port: 9000 }, benchmark_api: { port: 9002, args: ['--results-dir', 'r'] }, predictive_performance_api: { url: 'http://127.0.0.1:9500' }, test_api: { enabled: false } }
    await writeFile(path, JSON.stringify(file))
    expect(knownSettings({ configFile: path }).port).toEqual({ value: 9000, source: 'file', place: path })
    expect(knownSettings({ configFile: path, port: '1' }).port).toMatchObject({ value: 1, source: 'flag' })
    const config = parseConfig({ configFile: path, db: 'all.duckdb' })
    expect(config).toMatchObject({ split: true, only: ['benchmark', 'predictive-performance', 'model-performance'], upstreams: [{ name: 'predictive-performance', url: 'http://127.0.0.1:9500' }] })
    expect(childPlans(config, {}, []).map(({ args }) => args)).toEqual([
      ['--only', 'benchmark', '--host', '127.0.0.1', '--port', '9002', '--db', 'all.benchmark.duckdb', '--results-dir', 'r'],
      ['--only', 'model-performance', '--host', '127.0.0.1', '--port', '8000', '--db', 'all.model-performance.duckdb'],
    ])
  })

  it('is refused with the place of what is wrong', async () => {
    await writeFile(path, '{"benchmark_api":{"port":"8002"}}')
    expect(() => parseConfig({ configFile: path })).toThrow(`--config ${path}: benchmark_api.port:`)
  })
})

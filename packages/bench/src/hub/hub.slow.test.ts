import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { benchmarkFile, ModelFiles, PROFILES } from '../index.ts'
import { goodModel, modelWithDataAt } from '../models/testing.ts'
import { fetchFromHub, questionOnDisk } from './fetch-from-hub.ts'
import { findHubLibrary } from './hub-library.ts'
import { installStandIn, openHub, writeFiles } from './testing.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'benchcast-test-')))
const standIn = { kind: 'the stand-in', startedIn: folder, cache: installStandIn(folder) }
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => vi.unstubAllEnvs())

/** The real library is 470 MB and no dependency: it is tested where somebody has installed it. Its cache is beside its files. */
function installed(): readonly (typeof standIn)[] {
  try {
    const path = findHubLibrary()
    return [{ kind: path, startedIn: process.cwd(), cache: join(dirname(dirname(path)), '.cache') }]
  } catch {
    return []
  }
}

const DATA = new Uint8Array(Float32Array.of(1, 2, 3, 4).buffer)
const ORG = 'benchcast-tests'
const config = JSON.stringify({ model_type: 'bert' })
const at = (model: string, file: string, revision = 'main') => `${ORG}/${model}/resolve/${revision}/${file}`

describe.each([standIn, ...installed()])('A model of the hub, fetched by $kind', ({ startedIn, cache }) => {
  let hub: Awaited<ReturnType<typeof openHub>>
  beforeAll(async () => {
    rmSync(join(cache, ORG), { recursive: true, force: true })
    hub = await openHub({
      [at('tiny', 'config.json')]: config,
      [at('tiny', 'onnx/model.onnx')]: goodModel(),
      [at('tiny', 'onnx/model_quantized.onnx')]: goodModel(),
      [at('tiny', 'config.json', 'v2')]: config,
      [at('tiny', 'onnx/encoder_model_fp16.onnx', 'v2')]: goodModel(),
      [at('unwanted', 'config.json')]: config,
      [at('unwanted', 'onnx/model.onnx')]: goodModel(),
      [at('busy', 'config.json')]: 503,
    })
  })
  afterAll(async () => {
    await hub.close()
    rmSync(join(cache, ORG), { recursive: true, force: true })
  })
  const fetched = (name: string, more: object = {}) => fetchFromHub(`hub:${ORG}/${name}`, { startedIn, ...more })
  /** To an address at which nobody listens any more. */
  const goOffline = async () => {
    const { address, close } = await openHub({})
    await close()
    vi.stubEnv('HF_ENDPOINT', address)
  }

  it('is downloaded into the cache of the library in the number format, revision and graph that are asked for, with its progress', async () => {
    vi.stubEnv('HF_ENDPOINT', hub.address)
    const seen: string[] = []
    expect(await fetched('tiny', { onProgress: ({ file }: { readonly file: string }) => seen.push(file) })).toBe(join(cache, ORG, 'tiny/onnx/model.onnx'))
    expect(seen).toContain('onnx/model.onnx')
    expect(await fetched('tiny', { precision: 'int8' })).toBe(join(cache, ORG, 'tiny/onnx/model_quantized.onnx'))
    const path = await fetched('tiny@v2#encoder_model', { precision: 'fp16' })
    expect(path).toBe(join(cache, ORG, 'tiny/v2/onnx/encoder_model_fp16.onnx'))
    expect(readFileSync(path)).toEqual(Buffer.from(goodModel()))
    expect(hub.asked.filter((file) => file.endsWith('config.json'))).toHaveLength(2)
  })

  it('that is in the cache is taken from there without any network, and measured as a file of the user’s is', async () => {
    writeFiles(join(cache, ORG, 'kept'), { 'config.json': config, 'onnx/model.onnx': modelWithDataAt('model.onnx_data'), 'onnx/model.onnx_data': DATA })
    await goOffline()
    const files = await ModelFiles.create({ folder: join(folder, 'written') })
    const method = { ...PROFILES.quick, longestSeconds: 0.2, shortestSeconds: 0.05, longestWarmUpSeconds: 0.05 }
    const question = await questionOnDisk({ path: `hub:${ORG}/kept`, precision: 'fp32', size: { batch: 2 }, providers: ['cpu'], method }, { startedIn })
    expect(await benchmarkFile(question, { files })).toMatchObject({ hasOwnWeights: true, header: { operators: ['Add'], externalFiles: ['model.onnx_data'] } })
  })

  it('that is not in the cache is refused within seconds where there is no network', async () => {
    await goOffline()
    const begun = performance.now()
    await expect(fetched('elsewhere')).rejects.toMatchObject({
      code: 'hub_unreachable',
      message: expect.stringMatching(/config\.json of .*elsewhere is not in the cache.*127\.0\.0\.1:\d+ cannot be reached \(ECONNREFUSED\)/),
    })
    expect(performance.now() - begun).toBeLessThan(15_000)
  })

  it('that the hub has not, or not in that format, is refused with what to change', async () => {
    vi.stubEnv('HF_ENDPOINT', hub.address)
    await expect(fetched('nothing')).rejects.toMatchObject({ code: 'invalid_model', message: expect.stringMatching(/shows no model .*nothing.*HF_TOKEN/) })
    await expect(fetched('tiny', { precision: 'int4' })).rejects.toMatchObject({ code: 'invalid_model', message: expect.stringMatching(/no ONNX file of the graph 'model' in the format q4/) })
    await expect(fetched('busy')).rejects.toMatchObject({ code: 'hub_unreachable', message: expect.stringContaining('answered with 503') })
    expect(existsSync(join(cache, ORG, 'tiny/onnx/model_q4.onnx'))).toBe(false)
  })

  it('that is not wanted any more is given up at once', async () => {
    vi.stubEnv('HF_ENDPOINT', hub.address)
    const reason = new Error('stopped')
    await expect(fetched('tiny', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
    const stop = new AbortController()
    const running = fetched('unwanted', { signal: stop.signal })
    setImmediate(() => stop.abort(reason))
    await expect(running).rejects.toBe(reason)
  })
})

it('Without the library a model of the hub is refused with what to install', async () => {
  if (installed().length > 0) return expect(findHubLibrary()).toContain('transformers')
  expect(() => findHubLibrary(tmpdir())).toThrow(/npm install --no-save @huggingface\/transformers/)
  await expect(fetchFromHub('hub:a/b', { startedIn: tmpdir() })).rejects.toMatchObject({ code: 'hub_library_missing' })
})

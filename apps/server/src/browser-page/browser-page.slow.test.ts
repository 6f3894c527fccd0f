import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findChromium, PROFILES } from '@benchcast/bench'
import { BENCHMARK_PREFIX, ENDPOINTS, GENERATOR_PREFIX } from '@benchcast/core/api'
import { resolveModel } from '@benchcast/core/models'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { spawnServer } from '../testing/spawn-server.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

const executablePath = findChromium()
const TINY = 'prajjwal1/bert-tiny'
const OPEN = { models: [TINY], batch_sizes: [1], hardware: 'webgpu', browser: 'open', sequence_length: 16, max_seconds: 0.5 }

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there
type Json = any

let t: TestApp
let origin: string
let browser: Browser
beforeAll(async () => {
  t = await openTestApp()
  await t.app.listen({ port: 0, host: '127.0.0.1' })
  origin = `http://127.0.0.1:${(t.app.server.address() as AddressInfo).port}`
  t.services.measuring.pages.listenAt(origin)
  if (executablePath !== undefined) browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'] })
})
afterAll(async () => {
  await browser?.close()
  await t.close()
})

const start = async (body: object): Promise<Json> => {
  const { status, json } = await t.post(`${BENCHMARK_PREFIX}/run`, { ...OPEN, ...body })
  expect(status).toBe(200)
  return json
}
async function until(id: string, holds: (status: Json) => boolean): Promise<Json> {
  for (;;) {
    const { json } = await t.get(`${BENCHMARK_PREFIX}/status/${id}`)
    if (holds(json)) return json
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
const ended = (id: string) => until(id, ({ status }) => ['completed', 'failed'].includes(status))
const waiting = (id: string) => until(id, ({ current_step = '' }) => current_step.includes('press Start'))

/** Whatever a test leaves open is ended, so that it keeps nobody waiting. */
afterEach(async () => {
  for (const { runId } of t.services.measuring.pages.list()) await t.services.jobs.cancel(runId)
})

/** A person's browser: what went wrong on its pages is remembered. */
async function open(address: string): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  await page.goto(address)
  return { page, complaints }
}

describe('A run that waits for a browser', () => {
  it.skipIf(executablePath === undefined)(
    'names its address, and is completed by whoever opens it and presses Start once',
    async () => {
      const { run_id: id, message } = await start({ batch_sizes: [1, 2], max_seconds: 2 })
      const address = `${origin}/measure/run/${id}`
      expect(message).toContain(`Open ${address} in a browser and press Start`)
      expect((await waiting(id)).current_step).toBe(`${TINY} on webgpu at batch size 1 (1 of 2): waiting up to 600 s for a browser: open ${address} and press Start`)
      expect((await t.get('/measure/')).text).toContain(`<a href="/measure/run/${id}">${TINY} on webgpu at batch size 1</a>, waiting`)
      const { page, complaints } = await open(address)
      await page.getByRole('button', { name: 'Start' }).click()
      const { status, completed_models, error } = await ended(id)
      expect({ status, completed_models, error }).toEqual({ status: 'completed', completed_models: 1, error: undefined })
      const { json } = await t.get(`${BENCHMARK_PREFIX}/results/${id}`)
      expect(ENDPOINTS.getSpeedBenchmarkResults.output.safeParse(json).error).toBeUndefined()
      const { batches } = json.results[TINY].webgpu
      expect(batches).toHaveLength(2)
      expect(batches.map(({ error }: Json) => error).filter(Boolean)).toEqual([])
      for (const batch of batches) expect(batch).toMatchObject({ status: 'completed', simulation_mode: true, reused: false, measurement_id: null, average_latency_ms: expect.any(Number) })
      expect(batches[0].statistics).toMatchObject({ browser: expect.stringMatching(/^\w+ \d+\./), browser_runtime: expect.stringMatching(/^onnxruntime-web/) })
      await page.getByRole('rowheader', { name: 'Median', exact: true }).waitFor()
      expect(complaints).toEqual([])
      expect((await t.get(`/measure/run/${id}`)).text).toContain('This run is completed')
    },
    120_000,
  )

  it.skipIf(executablePath === undefined)(
    'takes times of a page that runs WebAssembly',
    async () => {
      const question = {
        architecture: resolveModel({ modelName: TINY }).graph!,
        size: { batch: 1, sequence: 16 },
        precision: 'fp32',
        providers: ['wasm'],
        method: { ...PROFILES.quick, longestSeconds: 0.5 },
      } as const
      const addresses: string[] = []
      const call = { waitSeconds: 60, timeoutSeconds: 60, signal: AbortSignal.timeout(100_000), onStep: () => {}, onOpen: (address: string) => addresses.push(address) }
      const measured = t.services.measuring.measureOnPage({ runId: 'by-hand', title: 'BERT tiny', question }, call)
      while (addresses.length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
      const { page } = await open(addresses[0]!)
      await page.getByRole('button', { name: 'Start' }).click()
      const { latency, raw } = await measured
      expect(latency.runs).toBe(raw.samples.length)
      expect(latency.p50).toBeGreaterThan(1e-5)
      expect(latency.p50).toBeLessThan(1)
    },
    120_000,
  )

  it('fails after the stated time when nobody comes, and waits once only', async () => {
    const { run_id: id } = await start({ batch_sizes: [1, 2], browser_wait: 1 })
    const { status, error } = await ended(id)
    expect([status, error]).toEqual(['failed', expect.stringMatching(/Nobody opened .*\/measure\/run\/.* within 1 s: .*browser_wait/)])
    expect((await t.get(`/measure/run/${id}`)).text).toContain('This run has ended without results')
    expect((await t.get(`/measure/run/${id}/next`)).json).toEqual({ state: 'ended' })
  })

  it('can be cancelled, and its page is worth nothing then', async () => {
    const { run_id: id } = await start({})
    await waiting(id)
    const { headers } = await t.get(`/measure/run/${id}`)
    expect((await t.get(headers.location!)).status).toBe(200)
    await t.send({ method: 'DELETE', url: `${BENCHMARK_PREFIX}/run/${id}` })
    expect(await ended(id)).toMatchObject({ status: 'failed', error: expect.stringContaining('cancelled') })
    expect((await t.get(headers.location!)).status).toBe(404)
  })

  it('waits again after the server was killed, and ends', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'benchcast-page-'))
    let server = spawnServer(['--db', join(folder, 'test.duckdb')])
    try {
      const call = async (path: string, body?: object): Promise<Json> =>
        (
          await fetch((await server.url) + BENCHMARK_PREFIX + path, { method: body ? 'POST' : 'GET', headers: { 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) })
        ).json()
      const statusOf = async (id: string, holds: (status: Json) => boolean): Promise<Json> => {
        for (;;) {
          const status = await call(`/status/${id}`)
          if (holds(status)) return status
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
      }
      const { run_id: id } = await call('/run', { ...OPEN, browser_wait: 3 })
      await statusOf(id, ({ current_step = '' }) => current_step.includes('press Start'))
      server.process.kill('SIGKILL')
      await server.ended
      server = spawnServer(['--db', join(folder, 'test.duckdb')])
      await statusOf(id, ({ current_step = '' }) => current_step.includes(`/measure/run/${id} and press Start`))
      expect(await statusOf(id, ({ status }) => status === 'failed')).toMatchObject({ error: expect.stringContaining('Nobody opened') })
    } finally {
      server.process.kill('SIGKILL')
      await server.ended
      await rm(folder, { recursive: true, force: true })
    }
  }, 120_000)

  it('is no way to anything else', async () => {
    for (const path of ['run/none', 'run/none/next', 'none/', 'none/job', 'source/server/app.ts', 'runtime/..%2f..%2fpackage.json', 'generated/none/'])
      expect((await t.get(`/measure/${path}`)).status).toBe(404)
    expect((await t.send({ method: 'PUT', url: '/measure/none/job', payload: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(405)
    expect((await t.get('/measure/', { origin: 'https://evil.example' })).status).toBe(403)
    expect((await t.get('/measure/runtime/ort.webgpu.min.mjs', { origin: 'null' })).headers['access-control-allow-origin']).toBe('*')
    expect((await t.get('/measure/', { host: 'evil.example' })).status).toBe(421)
  })
})

describe.skipIf(executablePath === undefined)('A generated page', () => {
  const generate = async (template_context: object): Promise<Json> => {
    const body = { model_name: TINY, hardware: 'webgpu', force: true, template_context: { write_model: true, sequence_length: 16, ...template_context } }
    const { task_id } = (await t.post(`${GENERATOR_PREFIX}/model`, body)).json
    for (;;) {
      const { status, json } = await t.get(`${GENERATOR_PREFIX}/result/${task_id}`)
      if (status === 200) return json
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  const measure = async (page: Page): Promise<string> => {
    await page.selectOption('#hardware', 'webgpu')
    await page.fill('#seconds', '0.3')
    await page.click('#form button')
    await page.waitForFunction(() => !/^$|\.\.\.$/.test(document.getElementById('status')!.textContent!), undefined, { timeout: 60_000 })
    return (await page.textContent('#status'))!
  }

  it('is shown by the server, takes runtime and model from it, and records what it measures there', async () => {
    const { page: path } = await generate({})
    const { page, complaints } = await open(origin + path)
    expect(await measure(page)).toBe('Done.')
    expect(await page.inputValue('#server')).toBe(origin)
    await page.click('#record button')
    await page.waitForFunction(() => /Recorded|could not|refused/.test(document.getElementById('status')!.textContent!))
    expect(await page.textContent('#status')).toMatch(/^Recorded at .*: meas-/)
    expect(complaints).toEqual([])
  }, 120_000)

  it('opened as a file takes the runtime from the server, and a public address only when told', async () => {
    const told = await generate({ runtime_url: 'https://example.org/ort.mjs' })
    const plain = await generate({})
    expect((await t.get(`${GENERATOR_PREFIX}/file/${plain.task_id}`)).json.content).not.toContain('https://')
    expect((await t.get(`${GENERATOR_PREFIX}/file/${told.task_id}`)).json.content).toContain('const CHOSEN_RUNTIME = "https://example.org/ort.mjs"')
    const { page } = await open(pathToFileURL(plain.output_file).href)
    const runtime = page.waitForResponse((response) => response.url() === `${origin}/measure/runtime/ort.webgpu.min.mjs`)
    await measure(page)
    expect((await runtime).status()).toBe(200)
  }, 120_000)
})

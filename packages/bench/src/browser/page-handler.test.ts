import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GraphBuilder } from '@benchcast/core/graph'
import { type SampleInput, sampleInputs } from '@benchcast/core/graph/onnx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PROFILES } from '../measure/method.ts'
import { ModelFiles } from '../models/model-files.ts'
import { BrowserJobs } from './browser-jobs.ts'
import { pageHandler } from './page-handler.ts'

let files: ModelFiles
let server: Server
let modelPath: string
let inputs: readonly SampleInput[]
const jobs = new BrowserJobs()

beforeAll(async () => {
  files = await ModelFiles.create()
  const b = new GraphBuilder('small')
  b.output(b.relu(b.input('x', [2, 3])))
  const graph = b.build()
  inputs = sampleInputs(graph, 1)
  modelPath = await files.write(graph, 1)
  const handle = pageHandler(jobs)
  server = createServer((request, response) => void handle(request, response, request.url!.slice('/measure/'.length)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await files.remove()
})

const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/measure/${path}`
const post = (path: string, body: unknown, type = 'application/json') => fetch(at(path), { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) })
const open = (options: Parameters<BrowserJobs['open']>[1] = {}) =>
  jobs.open({ kind: 'measure', title: 'A small model', modelPath, inputs, providers: ['webgpu'], method: PROFILES.quick, seed: 1 }, options)

const browser = { browser: 'Firefox 151', adapter: 'a GPU', isSoftwareAdapter: false, threads: 2, runtime: 'onnxruntime-web 1.30.0' }
const measured = (samples: readonly unknown[]) => ({
  kind: 'measured',
  result: { loadSeconds: 0.01, firstRunSeconds: 0.01, warmUpSamples: [], samples, windowSeconds: 0.5, isPrecise: true, nonFiniteOutputs: [], browser },
})

describe('A page opened by hand', () => {
  it('finds its job, the model and the inputs below a random address, and gives back what it measured', async () => {
    const steps: string[] = []
    const { path, answer } = await open({ onStep: ({ step }) => steps.push(step) })
    const page = await fetch(at(path))
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<progress')])
    const job = await (await fetch(at(`${path}job`))).json()
    expect(job).toMatchObject({ title: 'A small model', provider: 'webgpu', method: PROFILES.quick, feeds: [[{ name: 'x', shape: [2, 3] }]] })
    expect(Buffer.from(await (await fetch(at(path + job.model))).arrayBuffer())).toEqual(await readFile(modelPath))
    expect(new Uint8Array(await (await fetch(at(path + job.feeds[0][0].data))).arrayBuffer())).toEqual(inputs[0]!.bytes)
    expect((await post(`${path}step`, { step: 'measuring', share: 0.5 })).status).toBe(204)
    expect((await post(`${path}answer`, measured([0.1, 0.2]))).status).toBe(204)
    expect(await answer).toMatchObject({ kind: 'measured', result: { samples: Float64Array.of(0.1, 0.2), browser } })
    expect(steps).toEqual(['measuring'])
  })

  it('may share memory among threads, and loads nothing from elsewhere', async () => {
    const { path } = await open({ signal: AbortSignal.timeout(60_000) })
    const { headers } = await fetch(at(path))
    expect([headers.get('cross-origin-opener-policy'), headers.get('cross-origin-embedder-policy')]).toEqual(['same-origin', 'require-corp'])
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'/)
  })

  it('cannot send what is not true, and can still send the truth afterwards', async () => {
    const { path, answer } = await open()
    const refusals = [measured([null]), measured([-1]), measured([]), measured([0.4, 0.4]), { kind: 'x' }, []]
    for (const refusal of refusals) expect(await (await post(`${path}answer`, refusal)).json()).toMatchObject({ status: 400, code: 'invalid_data' })
    expect((await post(`${path}step`, { step: 'measuring', share: 0.5, more: 'x'.repeat(5000) })).status).toBe(413)
    expect((await post(`${path}answer`, measured([0.1]), 'text/plain')).status).toBe(415)
    expect((await fetch(at(`${path}answer`), { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' })).status).toBe(400)
    expect((await post(`${path}answer`, measured([0.1]))).status).toBe(204)
    expect(await answer).toMatchObject({ kind: 'measured' })
  })

  it('is known by its token alone, which is worth nothing once the job is over', async () => {
    expect((await fetch(at('guessed/job'))).status).toBe(404)
    expect((await post('guessed/answer', measured([0.1]))).status).toBe(404)
    const { path, answer } = await open()
    expect((await fetch(at(`${path}files/..%2fmodel`))).status).toBe(404)
    expect((await fetch(at(`${path}files/model.weights`))).status).toBe(404)
    await post(`${path}answer`, { kind: 'failed', message: 'Out of memory' })
    await expect(answer).rejects.toMatchObject({ code: 'run_out_of_memory' })
    expect((await fetch(at(`${path}job`))).status).toBe(404)
  })

  it('that nobody opens is over when its time is, or when it is aborted', async () => {
    const stop = new AbortController()
    const [late, aborted] = [await open({ limits: { timeoutSeconds: 0.05 } }), await open({ signal: stop.signal })]
    stop.abort(new Error('enough'))
    await expect(aborted.answer).rejects.toThrow('enough')
    await expect(late.answer).rejects.toMatchObject({ code: 'run_timed_out' })
    expect(jobs.find(late.token)).toBeUndefined()
  })
})

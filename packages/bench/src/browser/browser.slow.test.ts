import { readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { runnableGraph, sampleInputs } from '@benchcast/core/graph/onnx'
import { resolveModel } from '@benchcast/core/models'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BenchmarkQuestion, BrowserJobs, benchmark, findChromium, ModelFiles, PROFILES, pageHandler, runFeedsInBrowser, runFeedsInChild } from '../index.ts'
import { readText } from '../machine/processor.ts'
import type { OutputTensor } from '../runner/protocol.ts'
import { startChromium } from './chromium.ts'

let files: ModelFiles
beforeAll(async () => {
  files = await ModelFiles.create()
})
afterAll(() => files.remove())

const hasChromium = findChromium() !== undefined
if (!hasChromium) console.log('No Chromium was found: what runs in a browser is not tested. Install one, or set CHROMIUM_PATH.')

const architectureOf = (modelName: string) => resolveModel({ modelName }).graph!
const SHORT = { ...PROFILES.quick, longestSeconds: 1, longestWarmUpSeconds: 0.3 }
const question: BenchmarkQuestion = { architecture: architectureOf('prajjwal1/bert-tiny'), size: { batch: 1, sequence: 16 }, precision: 'fp32', providers: ['wasm'], method: SHORT }
const ownBrowsers = () => readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && readText(`/proc/${pid}/cmdline`).includes('--benchcast-run='))

async function modelOf(modelName: string) {
  const graph = runnableGraph(architectureOf(modelName), { batch: 2, sequence: 16 }, 'fp32')
  return { kind: 'run', modelPath: await files.write(graph, 7), feeds: [sampleInputs(graph, 7)] } as const
}

/** The largest difference of two lists of outputs. */
function distance(a: readonly OutputTensor[], b: readonly OutputTensor[]): number {
  const values = ({ bytes }: OutputTensor) => new Float32Array(bytes.slice().buffer)
  expect(a.map(({ name, shape }) => [name, shape])).toEqual(b.map(({ name, shape }) => [name, shape]))
  return Math.max(...a.flatMap((output, i) => [...values(output)].map((value, j) => Math.abs(value - values(b[i]!)[j]!))))
}

describe.skipIf(!hasChromium)('A headless browser', () => {
  it('measures with WebAssembly by the same method, in times of the same order as the processor alone', async () => {
    const steps: string[] = []
    const inBrowser = await benchmark(question, { files, onStep: ({ step }) => steps.push(step) })
    const inProcess = await benchmark({ ...question, providers: ['cpu'] }, { files })
    expect(inBrowser.raw.browser).toMatchObject({ browser: expect.stringMatching(/^\w+ \d+\./), isSoftwareAdapter: false, runtime: expect.stringMatching(/^onnxruntime-web \d/) })
    expect(inBrowser.latency.runs).toBe(inBrowser.raw.samples.length)
    // The fastest runs: what else the machine does only ever adds.
    expect(inBrowser.latency.minimum / inProcess.latency.minimum).toBeGreaterThan(0.5)
    expect(inBrowser.latency.minimum / inProcess.latency.minimum).toBeLessThan(50)
    expect([...new Set(steps)]).toEqual(['loading', 'first run', 'warming up', 'measuring'])
    if (process.platform !== 'linux') return
    const { memory, usedCores } = inBrowser.raw
    expect(memory!.loaded).toBeGreaterThan(memory!.before)
    expect(memory!.peak).toBeGreaterThanOrEqual(memory!.loaded)
    expect(usedCores).toBeGreaterThan(0.1)
  })

  it('runs a model whose weights lie beside it, with several threads, and gets what the processor gets', async () => {
    const model = await modelOf('prajjwal1/bert-mini')
    const [[expected], { outputs, browser }] = [await runFeedsInChild({ ...model, providers: ['cpu'] }), await runFeedsInBrowser({ ...model, providers: ['wasm'], threads: 2 })]
    expect(browser.threads).toBe(2)
    expect(distance(outputs[0] as OutputTensor[], expected as OutputTensor[])).toBeLessThan(1e-4)
  })

  it('computes with WebGPU what the processor computes, and says when a program stands in for a GPU', async () => {
    const model = await modelOf('prajjwal1/bert-tiny')
    const [[expected], { outputs, browser }] = [await runFeedsInChild({ ...model, providers: ['cpu'] }), await runFeedsInBrowser({ ...model, providers: ['webgpu'] })]
    expect(browser.adapter).not.toBe('')
    expect(browser.isSoftwareAdapter).toBe(/swiftshader|llvmpipe/i.test(browser.adapter))
    expect(distance(outputs[0] as OutputTensor[], expected as OutputTensor[])).toBeLessThan(1e-3)
  })

  it.runIf(process.platform === 'linux')('without WebNN says so', async () => {
    await expect(benchmark({ ...question, providers: ['webnn'] }, { files })).rejects.toMatchObject({
      code: 'browser_unavailable',
      message: expect.stringMatching(/This browser has (no )?WebNN.*chrome:\/\/flags/),
    })
  })

  it('is gone when it is aborted, takes too long, or wants too much memory', async () => {
    const endless: BenchmarkQuestion = { ...question, method: { ...SHORT, longestSeconds: 60, relativeHalfWidth: 0 } }
    const stop = new AbortController()
    const reason = new Error('enough')
    await expect(benchmark(endless, { files, signal: stop.signal, onStep: ({ step }) => step === 'measuring' && stop.abort(reason) })).rejects.toBe(reason)
    await expect(benchmark(endless, { files, limits: { timeoutSeconds: 2 } })).rejects.toMatchObject({ code: 'run_timed_out' })
    if (process.platform !== 'linux') return
    await expect(benchmark(endless, { files, limits: { memoryBytes: 2 ** 24 } })).rejects.toMatchObject({ code: 'run_out_of_memory' })
    expect(ownBrowsers()).toEqual([])
  })
})

describe.skipIf(!hasChromium)('The page', () => {
  it('waits for a person, then measures, shows the figures and sends them, within its own rules', async () => {
    const jobs = new BrowserJobs()
    const graph = runnableGraph(question.architecture, question.size, 'fp32')
    const job = { kind: 'measure', title: 'BERT tiny', modelPath: await files.write(graph, 7), inputs: sampleInputs(graph, 7), providers: ['wasm'], method: SHORT, seed: 7 } as const
    const { path, answer } = await jobs.open(job)
    const server = await serve(jobs)
    const { page, close } = await startChromium('wasm', '--benchcast-page')
    try {
      const complaints: string[] = []
      page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`)
      await page.getByRole('button', { name: 'Start' }).click()
      const { result } = (await answer) as Extract<Awaited<typeof answer>, { kind: 'measured' }>
      await page.getByRole('rowheader', { name: 'Median', exact: true }).waitFor()
      expect(await page.getByRole('table').textContent()).toContain(`Run times of ${result.samples.length} runs`)
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('BERT tiny')
      expect(await page.getByRole('status').textContent()).toMatch(/^Done/)
      expect(complaints).toEqual([])
    } finally {
      await close()
      server.close()
    }
  })
})

function serve(jobs: BrowserJobs): Promise<Server> {
  const handle = pageHandler(jobs)
  const server = createServer((request, response) => void handle(request, response, request.url!.slice(1)))
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

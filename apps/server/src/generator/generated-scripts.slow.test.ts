import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ENDPOINTS, GENERATOR_PREFIX, PREDICTIVE_PREFIX, TEMPLATE_TYPES } from '@benchcast/core/api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import { inFolder, type SpawnedServer, spawnServer } from '../testing/spawn-server.ts'
import { LANGUAGES } from './languages.ts'
import { literalOf } from './literal.ts'
import { anyText } from './testing/any-text.ts'
import { PYTHON, ROOT, runProgram } from './testing/run-program.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there
type Json = any

const TINY = 'prajjwal1/bert-tiny'
const CONTEXT = { write_model: true, batch_size: 2, sequence_length: 16 }
const HOSTILE = `x"""'\n\u2028\u{1f600}; import os; os._exit(9)#</script><script>alert(1)</script>\${process.exit(9)}\`{{task_id}}`

let server: SpawnedServer
let url: string
let folder: string
let close: () => void
let closed: Promise<void>
beforeAll(
  () =>
    new Promise<void>((resolve, reject) => {
      closed = inFolder(async (made) => {
        folder = made
        // What a script imports is looked for beside it and above.
        symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
        server = spawnServer(['--db', join(folder, 'test.duckdb')])
        url = await server.url
        const ended = new Promise<void>((end) => {
          close = end
        })
        resolve()
        await ended
        server.process.kill('SIGKILL')
        await server.ended
      })
      closed.catch(reject)
    }),
)
afterAll(async () => {
  close()
  await closed
})

async function call(method: string, path: string, body?: object): Promise<{ readonly status: number; readonly json: Json }> {
  const response = await fetch(url + path, { method, headers: { 'content-type': 'application/json' }, ...(body && { body: JSON.stringify(body) }) })
  return { status: response.status, json: await response.json() }
}

async function start(body: object): Promise<string> {
  const { status, json } = await call('POST', `${GENERATOR_PREFIX}/model`, body)
  expect([status, json]).toEqual([200, expect.objectContaining({ status: 'initializing' })])
  expect(ENDPOINTS.generateScript.output.safeParse(json).error).toBeUndefined()
  return json.task_id
}

/** The result of a task, once it has ended. */
async function resultOf(id: string): Promise<Json> {
  const giveUp = performance.now() + 60_000
  for (;;) {
    const { status, json } = await call('GET', `${GENERATOR_PREFIX}/result/${id}`)
    if (status === 200 || performance.now() > giveUp) return json
    expect([status, json.code]).toEqual([400, 'run_not_completed'])
    await sleep(20)
  }
}

const generate = async (body: object): Promise<Json> => resultOf(await start(body))
const measurements = async (): Promise<Json> => (await call('GET', `${PREDICTIVE_PREFIX}/measurements?limit=100`)).json

/** Medians and quantiles as this program works them out from the times the script printed. */
async function summaryOf(samplesMs: readonly number[]): Promise<Json> {
  const { summarise } = await import('../../../../packages/bench/src/measure/summary.ts')
  return summarise(Float64Array.from(samplesMs))
}

async function expectOurMethod(result: Json): Promise<void> {
  const { statistics, samples_ms, latency, throughput } = result
  const { p50, medianInterval, p90, p95, p99, mean, standardDeviation, runs } = await summaryOf(samples_ms)
  const near = (value: number | undefined) => (value === undefined ? undefined : expect.closeTo(value, 9))
  expect(statistics).toMatchObject({ runs, mean_ms: near(mean), standard_deviation_ms: near(standardDeviation), p50_ms: near(p50), median_interval_ms: medianInterval.map(near) })
  expect([statistics.p90_ms, statistics.p95_ms, statistics.p99_ms]).toEqual([near(p90), near(p95), near(p99)])
  expect(latency).toBe(statistics.p50_ms)
  expect(throughput).toBeCloseTo((2 * runs) / statistics.window_seconds, 6)
  expect(statistics.load_ms).toBeGreaterThan(0)
  expect(statistics.first_run_ms).toBeGreaterThan(0)
  expect(statistics.warm_up_runs).toBeGreaterThanOrEqual(10)
  expect(result.memory_usage).toBeGreaterThan(20)
}

async function expectRecorded(result: Json, runtime: RegExp): Promise<void> {
  const [measurement] = (await measurements()).measurements
  expect(measurement).toMatchObject({ model_name: TINY, hardware_platform: 'cpu', batch_size: 2, sequence_length: 16, precision: 'fp32', measurement_source: 'generated_script' })
  expect([measurement.latency, measurement.throughput, measurement.memory_usage]).toEqual([result.latency, result.throughput, result.memory_usage])
  expect(measurement.metadata.configuration.framework).toMatch(runtime)
  expect(measurement.metadata.statistics).toEqual(result.statistics)
}

describe('A generated Python script', () => {
  it.skipIf(PYTHON === undefined)('measures a model by our method, records the result, and prints a table (needs .venv, made from python/tools/requirements.txt)', async () => {
    const { status, output_file, model_file, architecture, template_type } = await generate({ model_name: TINY, template_context: CONTEXT })
    expect([status, architecture, template_type]).toEqual(['completed', 'encoder', 'onnxruntime_python'])
    expect([output_file, model_file].map((path) => basename(path))).toEqual(['test_prajjwal1_bert_tiny.py', 'test_prajjwal1_bert_tiny_b2_s16_fp32.onnx'])
    const measured = await runProgram(PYTHON!, [output_file, '--seconds', '2', '--json', '--post', url])
    expect(measured).toMatchObject({ code: 0, stderr: expect.stringMatching(/Recorded at .*: meas-/) })
    const result = JSON.parse(measured.stdout)
    await expectOurMethod(result)
    await expectRecorded(result, /^onnxruntime-1\./)
    const table = await runProgram(PYTHON!, [output_file, '--seconds', '0.3'])
    expect(table.stdout).toMatch(/^Model +prajjwal1\/bert-tiny\n[\s\S]*\nMedian +[\d.]+ ms \(95 % interval [\d.]+ to [\d.]+\)\n[\s\S]*\nThroughput +[\d.]+ samples per second\nPeak memory +\d+ MB\n/)
    const refused = await Promise.all(
      [
        ['--batch', '3'],
        ['--model', 'none.onnx'],
        ['--post', 'http://127.0.0.1:9', '--seconds', '0.1'],
      ].map((args) => runProgram(PYTHON!, [output_file, ...args])),
    )
    expect(refused.map(({ code }) => code)).toEqual([1, 1, 1])
    for (const [index, words] of [/always has batch size 2/, /There is no file none\.onnx/, /could not be sent to http:\/\/127\.0\.0\.1:9/].entries()) expect(refused[index]!.stderr).toMatch(words)
    expect(refused.map(({ stderr }) => stderr).join('')).not.toContain('Traceback')
  })
})

describe('A generated TypeScript program', () => {
  it('measures a model by our method, records the result, prints a table, and has no type errors', async () => {
    const { output_file } = await generate({ model_name: TINY, template_type: 'onnxruntime_node', template_context: CONTEXT })
    expect(basename(output_file)).toBe('test_prajjwal1_bert_tiny.ts')
    const measured = await runProgram(process.execPath, [output_file, '--seconds', '2', '--json', '--post', url], { env: { BENCHCAST_API_KEY: 'a-key' } })
    expect(measured).toMatchObject({ code: 0, stderr: expect.stringMatching(/Recorded at .*: meas-/) })
    const result = JSON.parse(measured.stdout)
    await expectOurMethod(result)
    await expectRecorded(result, /^onnxruntime-node-1\./)
    const table = await runProgram(process.execPath, [output_file, '--seconds', '0.3'])
    expect(table.stdout).toMatch(/^Model +prajjwal1\/bert-tiny\n[\s\S]*\nMedian +[\d.]+ ms \(95 % interval [\d.]+ to [\d.]+\)\n/)
    const refused = await runProgram(process.execPath, [output_file, '--batch', '3'])
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('always has batch size 2') })
    const checked = await runProgram(join(ROOT, 'node_modules/.bin/tsc'), [
      '--noEmit',
      '--strict',
      '--ignoreConfig',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
      '--target',
      'esnext',
      '--types',
      'node',
      output_file,
    ])
    expect(checked).toMatchObject({ code: 0, stdout: '' })
  })
})

describe('Every template', () => {
  it.each(TEMPLATE_TYPES)('%s is a program whatever the model is called', async (template_type) => {
    const hardware = template_type === 'browser' ? ['webgpu', 'webnn'] : ['cpu']
    const { error, output_file } = await generate({ model_name: HOSTILE, hardware, template_type, task: 'fill-mask"\n', output_dir: `hostile/${template_type}` })
    expect(error).toBeUndefined()
    expect(dirname(output_file)).toBe(join(folder, 'generated_models/hostile', template_type))
    const text = readFileSync(output_file, 'utf8')
    expect(text).not.toMatch(/\{\{|alert\(1\)<|\u2028/)
    if (output_file.endsWith('.py') && PYTHON !== undefined) {
      const names = await runProgram(PYTHON, [
        '-c',
        'import ast, json, sys; body = ast.parse(open(sys.argv[1]).read()).body; print(json.dumps({t.targets[0].id: ast.literal_eval(t.value) for t in body if isinstance(t, ast.Assign) and t.targets[0].id in ("MODEL_NAME", "TASK", "HARDWARE")}))',
        output_file,
      ])
      expect(names.stderr).toBe('')
      expect(JSON.parse(names.stdout)).toMatchObject({ MODEL_NAME: HOSTILE, HARDWARE: ['cpu'] })
    }
    if (!output_file.endsWith('.py')) {
      const script = output_file.endsWith('.html') ? scriptOf(text) : text
      const path = join(folder, `check-${template_type}.${output_file.endsWith('.html') ? 'mjs' : 'mts'}`)
      writeFileSync(path, script)
      expect(await runProgram(process.execPath, ['--check', path])).toMatchObject({ code: 0, stderr: '' })
      const literal = /^const MODEL_NAME(?:: string)? = (.*)$/m.exec(script)![1]!
      expect(JSON.parse(literal)).toBe(HOSTILE)
    }
  })

  /** The one script of a page. */
  function scriptOf(html: string): string {
    const scripts = [...html.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/gi)]
    expect(scripts).toHaveLength(1)
    return scripts[0]![1]!
  }

  it.skipIf(PYTHON === undefined)('writes what Python reads as exactly the same text (needs .venv)', async () => {
    const values = fc.sample(anyText(40), 1000)
    const literals = values.map((value) => literalOf(value, LANGUAGES.python.words))
    const read = await runProgram(PYTHON!, ['-c', 'import ast, json, sys; print(json.dumps([ast.literal_eval(line) for line in sys.stdin.read().split("\\n")]))'], { input: literals.join('\n') })
    expect(JSON.parse(read.stdout)).toEqual(values)
  })
})

describe('The Generator API', () => {
  it('follows a task on the WebSocket to its end, and gives the script', async () => {
    const id = await start({ model_name: 'google-bert/bert-base-uncased', hardware: 'webgpu', output_dir: 'followed' })
    const frames: Json[] = []
    const socket = new WebSocket(`${url.replace('http', 'ws')}${GENERATOR_PREFIX}/ws/${id}`)
    socket.on('open', () => socket.send('ping'))
    socket.on('message', (data) => frames.push(JSON.parse((data as Buffer).toString())))
    expect(await new Promise((resolve) => socket.on('close', resolve))).toBe(1000)
    const states = frames.filter(({ pong }) => pong === undefined)
    for (const frame of states) expect(ENDPOINTS.getGeneratorStatus.output.safeParse(frame).error).toBeUndefined()
    const output_file = join(folder, 'generated_models/followed/test_google_bert_bert_base_uncased.html')
    expect(states.at(-1)).toMatchObject({ task_id: id, status: 'completed', progress: 1, output_file, estimated_remaining_time: null })
    const { json } = await call('GET', `${GENERATOR_PREFIX}/status/${id}`)
    expect(json).toMatchObject({ status: 'completed', output_file, model_name: 'google-bert/bert-base-uncased' })
    const result = await resultOf(id)
    expect(ENDPOINTS.getGeneratorResult.output.safeParse(result).error).toBeUndefined()
    expect(result).toMatchObject({ status: 'completed', template_type: 'browser', architecture: 'encoder', output_file })
    expect((await call('GET', `${GENERATOR_PREFIX}/file/${id}`)).json).toEqual({ content: readFileSync(output_file, 'utf8') })
  })

  it('replaces a script only with force', async () => {
    const body = { model_name: 'gpt2', output_dir: 'twice' }
    const first = await generate(body)
    const again = await generate(body)
    expect(again).toMatchObject({ status: 'error', error: expect.stringMatching(/test_gpt2\.py exists already: set force to true/) })
    expect(again.output_file).toBeUndefined()
    const forced = await generate({ ...body, force: true })
    expect(forced).toMatchObject({ status: 'completed', output_file: first.output_file })
    expect(readFileSync(first.output_file, 'utf8')).toContain(forced.task_id)
    expect((await call('GET', `${GENERATOR_PREFIX}/file/${again.task_id}`)).json).toMatchObject({ code: 'run_not_completed' })
  })

  it.each([
    [{ output_dir: '../elsewhere' }, /must be a folder inside the output folder/],
    [{ output_dir: '/tmp' }, /must be a folder inside the output folder/],
    [{ hardware: ['cpu', 'webgpu'] }, /cannot measure on webgpu, only on cpu, /],
    [{ template_type: 'browser' }, /browser cannot measure on cpu/],
    [{ template_type: 'transformers_python', template_context: { precision: 'int4' } }, /cannot run int4: ask for fp32, fp16, bf16/],
    [{ template_type: 'transformers_python', template_context: { write_model: true } }, /real weights/],
    [{ model_name: 'nobody/knows-this', template_context: { write_model: true } }, /layers of "nobody\/knows-this" are not known/],
    [{ template_context: { write_model: true, sequence_length: 4096 } }, /reads at most 512 tokens/],
    [{ template_context: { write_model: true, precision: 'bf16' } }, /cannot be written in bf16/],
  ])('ends %j with the reason, and leaves no file', async (changes, reason) => {
    const before = filesIn(join(folder, 'generated_models'))
    const result = await generate({ model_name: TINY, output_dir: 'refused', ...changes })
    expect(result).toMatchObject({ status: 'error', error: expect.stringMatching(reason) })
    expect(filesIn(join(folder, 'generated_models'))).toEqual(before)
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false)
  })

  const filesIn = (path: string): readonly string[] =>
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .toSorted()

  it('writes a batch, told by query or body', async () => {
    const models = ['bert-base-uncased', 'microsoft/resnet-50']
    const { status, json } = await call('POST', `${GENERATOR_PREFIX}/batch?force=True&output_dir=batch&template_type=onnxruntime_node`, {
      model_names: models,
      hardware: ['cpu'],
      output_dir: 'not-this',
    })
    expect(status).toBe(200)
    expect(ENDPOINTS.generateScripts.output.safeParse(json).error).toBeUndefined()
    expect(json).toMatchObject({ model_count: 2, status: 'running', batch_id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    const results = await Promise.all(json.task_ids.map(resultOf))
    expect(results.map(({ model_name }: Json) => model_name)).toEqual(models)
    expect(readdirSync(join(folder, 'generated_models/batch')).toSorted()).toEqual(['test_bert_base_uncased.ts', 'test_microsoft_resnet_50.ts'])
    const told = await call('POST', `${GENERATOR_PREFIX}/batch`, { model_names: models, output_dir: 'batch', template_type: 'onnxruntime_node' })
    const again = await Promise.all(told.json.task_ids.map(resultOf))
    expect(again.map(({ status: word }: Json) => word)).toEqual(['error', 'error'])
  })

  it('writes the weights of a large model into a file of their own', async () => {
    mkdirSync(join(folder, 'generated_models/large'), { recursive: true })
    const { output_file, model_file } = await generate({ model_name: 'microsoft/resnet-50', template_context: { write_model: true }, output_dir: 'large' })
    expect(readdirSync(dirname(output_file)).toSorted()).toEqual(['test_microsoft_resnet_50.py', 'test_microsoft_resnet_50_b1_s128_fp32.onnx', 'test_microsoft_resnet_50_b1_s128_fp32.weights'])
    expect(readFileSync(output_file, 'utf8')).toContain(`MODEL_FILE = "${basename(model_file)}"`)
  })

  it('knows its tasks and no others, and lists templates and hardware', async () => {
    for (const path of ['status', 'result', 'file']) expect((await call('GET', `${GENERATOR_PREFIX}/${path}/none`)).json).toMatchObject({ status: 404, code: 'task_not_found' })
    const socket = new WebSocket(`${url.replace('http', 'ws')}${GENERATOR_PREFIX}/ws/none`)
    const [frame] = await Promise.all([
      new Promise((resolve) => socket.on('message', (data) => resolve(JSON.parse((data as Buffer).toString())))),
      new Promise((resolve) => socket.on('close', resolve)),
    ])
    expect(frame).toEqual({ error: 'Generator task none not found' })
    const [listed, hardware] = await Promise.all([call('GET', `${GENERATOR_PREFIX}/templates`), call('GET', `${GENERATOR_PREFIX}/hardware`)])
    expect(listed.json.map(({ name }: Json) => name)).toEqual(expect.arrayContaining([...TEMPLATE_TYPES]))
    expect(hardware.json).toContainEqual({ name: 'cpu', available: true, details: expect.any(String) })
    expect(hardware.json.find(({ name }: Json) => name === 'webgpu')).toMatchObject({ available: expect.any(Boolean), details: expect.stringMatching(/browser|Chromium/) })
    expect((await call('POST', `${GENERATOR_PREFIX}/model`, { model_name: 'x', template_type: 'cobol' })).json).toMatchObject({ status: 422, detail: expect.stringContaining('onnxruntime_python') })
  })
})

describe('A server that is killed while it writes', () => {
  it('writes the same at the next start, and leaves no half file', () =>
    inFolder(async (path) => {
      const args = ['--db', join(path, 'test.duckdb')]
      const first = spawnServer(args)
      const address = await first.url
      const body = JSON.stringify({ model_name: 'microsoft/resnet-50', template_context: { write_model: true } })
      const started = await fetch(`${address}${GENERATOR_PREFIX}/model`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
      const { task_id } = (await started.json()) as Json
      const made = join(path, 'generated_models')
      while (!(existsSync(made) && readdirSync(made).some((name) => name.endsWith('.part')))) await sleep(2)
      first.process.kill('SIGKILL')
      await first.ended
      const second = spawnServer(args)
      try {
        const again = await second.url
        let result: Json
        do {
          await sleep(20)
          result = await (await fetch(`${again}${GENERATOR_PREFIX}/result/${task_id}`)).json()
        } while (result.code === 'run_not_completed')
        expect(result).toMatchObject({ task_id, status: 'completed' })
        const stem = 'test_microsoft_resnet_50'
        expect(readdirSync(made).toSorted()).toEqual([`${stem}.py`, `${stem}_b1_s128_fp32.onnx`, `${stem}_b1_s128_fp32.weights`])
      } finally {
        second.process.kill('SIGKILL')
        await second.ended
      }
    }))
})

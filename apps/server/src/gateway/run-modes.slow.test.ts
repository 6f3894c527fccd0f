import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { inFolder, withServer } from '../testing/spawn-server.ts'
import { SEED_REQUEST } from '../testing/test-app.ts'

const BIN = fileURLToPath(new URL('../../../cli/bin/benchcast.cjs', import.meta.url))
const KEY = 'kf83-Qm2x-71Za-pL0w'
const FREE_PORTS = ['--test-api-port', '0', '--generator-api-port', '0', '--benchmark-api-port', '0', '--predictive-port', '0', '--model-performance-port', '0']

interface Started {
  readonly child: ChildProcess
  /** All it printed, once it is up. */
  readonly output: string
}

/** Runs the program until it says that Ctrl-C stops it. */
async function start(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Started> {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, UNIFIED_API_KEYS: KEY, ...environment } })
  let output = ''
  for await (const text of child.stdout!) {
    output += String(text)
    if (output.includes('Ctrl-C')) return { child, output }
  }
  throw new Error(`It ended before it was up: ${output}`)
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return String(port)
}

/** Processes of this database folder that are still running. */
function processesOf(folder: string): readonly string[] {
  const lines = execFileSync('ps', ['-eo', 'pid,stat,args'], { encoding: 'utf8' }).split('\n')
  return lines.filter((line) => line.includes(folder) && line.includes('benchcast') && !/^\s*\d+ Z/.test(line))
}

async function until(holds: () => boolean | Promise<boolean>, seconds = 60): Promise<void> {
  const end = performance.now() + seconds * 1000
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('It did not come true in time')
    await sleep(200)
  }
}

const asJson = (body: unknown) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
const keyed = { headers: { 'x-api-key': KEY } }

/** The answer; asked again while a server that has just started on a busy machine says that it is overloaded. */
async function answerOf(url: string, options?: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(url, options)
    if (answer.status !== 503 || tries === 20) return answer
    await answer.arrayBuffer()
    await sleep(500)
  }
}

/** What a client of the contract relies on, whatever the processes are. */
async function contractHolds(url: string): Promise<void> {
  const get = async (path: string, options?: RequestInit) => {
    const answer = await answerOf(url + path, options)
    // biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects to be there
    return { status: answer.status, json: (await answer.json()) as any }
  }
  const root = await get('/')
  expect(root.json.services.map(({ url: path }: { url: string }) => path)).toEqual(['/api/test', '/api/generator', '/api/benchmark', '/api/predictive-performance', '/api/v1/model-performance'])
  const up = { test: true, generator: true, benchmark: true, 'predictive-performance': true, 'model-performance': true }
  expect((await get('/health')).json).toMatchObject({ status: 'ok', services: up })
  const run = await get('/api/v1/model-performance/run-benchmark', asJson(SEED_REQUEST))
  expect([run.status, run.json.success]).toEqual([200, true])
  expect((await get(`/api/v1/model-performance-benchmarking/benchmark-runs/${run.json.run_id}`)).status).toBe(200)
  expect((await get('/api/v1/model-performance/models/a%2Fb/performance-history')).json).toMatchObject({ model_id: 'a/b', total_records: 0 })
  const predicted = await get('/api/predictive-performance/predict-performance?wait=60', asJson({ model_name: 'bert-base-uncased', hardware: 'cpu' }))
  expect([predicted.status, predicted.json.status]).toEqual([200, 'completed'])
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/predictive-performance/ws/${predicted.json.task_id}`)
  const frames: string[] = []
  socket.on('message', (data: Buffer) => frames.push(String(data)))
  expect([(await once(socket, 'close'))[0], JSON.parse(frames[0]!).status]).toEqual([1000, 'completed'])
  const events = await (await fetch(`${url}/api/predictive-performance/task/${predicted.json.task_id}/events`)).text()
  expect(events).toContain('event: end')
  expect((await get('/api/predictive-performance/measurements?limit=-1')).status).toBe(422)
  for (const path of ['/api/test/types', '/api/generator/templates', '/api/benchmark/hardware']) expect((await get(path)).status).toBe(200)
  expect([(await fetch(`${url}/measure/`)).status, (await fetch(`${url}/measure/run/nothing`)).status, (await fetch(`${url}/measure/generated/nothing/index.html`)).status]).toEqual([200, 404, 404])
  expect((await get('/api/test/run', { method: 'PUT' })).status).toBe(405)
  expect((await get('/api/nothing')).status).toBe(404)
  for (const path of ['/api/db/overview', '/api/db/test/runs', '/api/benchmark/db/runs', '/api/db/predictive-performance/predictions'])
    expect([(await get(path)).status, (await get(path, { headers: { 'x-api-key': 'wrong-key-of-somebody' } })).status, (await get(path, keyed)).status]).toEqual([401, 401, 200])
  const model = await get('/api/db/model/bert-base-uncased', keyed)
  expect(model.json).toMatchObject({ overview: { total_predictions: 1 }, recent_predictions: [{ model_name: 'bert-base-uncased', throughput: expect.any(Number) }] })
  const { paths } = (await get('/openapi.json')).json
  for (const path of ['/api/test/run', '/api/generator/model', '/api/benchmark/run', '/api/predictive-performance/predict-hardware', '/api/db/overview']) expect(paths).toHaveProperty([path])
}

/** A gateway's configuration in a folder, and its database there. */
async function fileWith(folder: string, components: object): Promise<string> {
  const path = join(folder, 'gateway.json')
  await writeFile(path, JSON.stringify(components))
  return path
}

/** Open requests get ten seconds, in all processes at the same time. */
const STOPS_WITHIN_MS = 19_000

/** Ends on SIGTERM although somebody at each address never sends the rest of a body. */
async function stopsInTime(child: ChildProcess, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const { hostname, port } = new URL(address)
    const held = connect(Number(port), hostname).on('error', () => {})
    held.write('POST /api/benchmark/run HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{')
    await once(held, 'connect')
  }
  await sleep(300)
  const ended = once(child, 'exit')
  const started = performance.now()
  child.kill('SIGTERM')
  expect([await ended, performance.now() - started < STOPS_WITHIN_MS]).toEqual([[0, null], true])
}

describe.concurrent('benchcast serve', () => {
  it('keeps the contract in one process', async () => {
    await inFolder(async (folder) => {
      const { child, output } = await start(['serve', '--port', '0', '--db', join(folder, 'one.duckdb')])
      try {
        await contractHolds(/listens on (\S+)/.exec(output)![1]!)
        await stopsInTime(child, [/listens on (\S+)/.exec(output)![1]!])
      } finally {
        child.kill('SIGKILL')
      }
    })
  })

  it('keeps the contract with every component in a process of its own, starts one again that was killed, and stops all of them although callers hold requests open', async () => {
    await inFolder(async (folder) => {
      const { child, output } = await start(['serve', '--split', '--port', '0', ...FREE_PORTS, '--db', join(folder, 'split.duckdb')])
      const url = /listens on (\S+)/.exec(output)![1]!
      try {
        await contractHolds(url)
        expect(processesOf(folder)).toHaveLength(6)
        const predictive = processesOf(folder).find((line) => line.includes('--only predictive-performance'))!
        process.kill(Number.parseInt(predictive, 10), 'SIGKILL')
        await until(async () => (await fetch(`${url}/api/predictive-performance/predictions`)).status === 502, 10)
        await until(async () => (await fetch(`${url}/api/predictive-performance/predictions`)).status === 200)
        const stored = (await (await fetch(`${url}/api/predictive-performance/predictions`)).json()) as { total: number }
        expect(stored.total).toBe(1)
        await stopsInTime(child, [url, /Benchmark API +(\S+)/.exec(output)![1]!])
        expect(processesOf(folder)).toEqual([])
      } finally {
        child.kill('SIGKILL')
      }
    })
  })

  it.skipIf(process.platform === 'win32')('ends when npm does that started it, which tells the shell between them alone', async () => {
    await inFolder(async (folder) => {
      const command = `"${process.execPath}" "${BIN}" serve --only test --port 0 --db "${join(folder, 'npm.duckdb')}"; true`
      const shell = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, npm_lifecycle_event: 'start' } })
      await once(shell.stdout, 'data')
      shell.kill('SIGTERM')
      await until(() => processesOf(folder).length === 0)
    })
  })

  it('leaves no process behind when it is killed itself', async () => {
    await inFolder(async (folder) => {
      const { child } = await start([
        'serve',
        '--port',
        '0',
        '--db',
        join(folder, 'gateway.duckdb'),
        '--config',
        await fileWith(folder, { benchmark_api: { port: 0 }, model_performance_api: { enabled: false } }),
      ])
      expect(processesOf(folder)).toHaveLength(2)
      child.kill('SIGKILL')
      await until(() => processesOf(folder).length === 0)
    })
  })

  it('says which component did not come up, and leaves nothing running', async () => {
    await inFolder(async (folder) => {
      const taken = createServer().listen(0, '127.0.0.1')
      await once(taken, 'listening')
      const { port } = taken.address() as { port: number }
      const args = ['serve', '--port', '0', '--db', join(folder, 'gateway.duckdb'), '--config', await fileWith(folder, { test_api: { port }, generator_api: { port: 0 } })]
      const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
      let said = ''
      child.stderr.on('data', (text) => (said += text))
      const [code] = await once(child, 'exit')
      taken.close()
      expect([code, said]).toEqual([98, expect.stringMatching(`Port ${port} on 127\\.0\\.0\\.1 is in use[\\s\\S]*The Test API did not start`)])
      await until(() => processesOf(folder).length === 0)
    })
  })

  it('answers at the port of a component for that component alone', async () => {
    await withServer(
      async (url, server) => {
        const status = async (at: string, path: string) => (await fetch(at + path)).status
        await until(() => server.process.pid !== undefined)
        const health = (await (await fetch(`${url}/health`)).json()) as { services: object }
        expect(health.services).toMatchObject({ benchmark: true })
        expect([await status(url, '/api/test/types'), await status(url, '/api/benchmark/hardware'), await status(url, '/docs')]).toEqual([404, 200, 200])
        expect(health.services).not.toHaveProperty('test')
      },
      ['--only', 'benchmark'],
    )
  })
})

describe.concurrent('benchcast integrated', () => {
  it('serves the gateway and the predictive API at two ports, prints where, and ends on Ctrl-C', async () => {
    await inFolder(async (folder) => {
      const [gateway, predictive] = [await freePort(), await freePort()]
      const { child, output } = await start(['integrated', '--gateway-port', gateway, '--predictive-port', predictive, '--db-path', join(folder, 'both.duckdb')])
      expect(output).toMatch(new RegExp(`Gateway: +http://127.0.0.1:${gateway}\nPredictive API: +http://127.0.0.1:${predictive}\nAPI docs: +http://127.0.0.1:${gateway}/docs`))
      const status = async (port: string, path: string) => (await answerOf(`http://localhost:${port}${path}`)).status
      expect([await status(predictive, '/api/predictive-performance/measurements'), await status(predictive, '/api/test/types'), await status(gateway, '/api/test/types')]).toEqual([200, 404, 200])
      child.kill('SIGINT')
      expect(await once(child, 'exit')).toEqual([0, null])
    })
  })

  it('serves the two apart: the predictive API alone, and the gateway that forwards to it', async () => {
    await inFolder(async (folder) => {
      const [gateway, predictive] = [await freePort(), await freePort()]
      const alone = await start(['integrated', '--predictive-only', '--predictive-port', predictive], { PREDICTIVE_PERFORMANCE_DB: join(folder, 'predictive.duckdb') })
      const unified = await start(['integrated', '--unified-only', '--gateway-port', gateway, '--predictive-port', predictive, '--db-path', join(folder, 'unified.duckdb')])
      try {
        await contractHolds(`http://127.0.0.1:${gateway}`)
      } finally {
        for (const { child } of [alone, unified]) child.kill('SIGTERM')
      }
      expect([await once(alone.child, 'exit'), processesOf(folder).length <= 1]).toEqual([[0, null], true])
    })
  })

  it('ends with 1 and names the port that is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as { port: number }
    const child = spawn(process.execPath, [BIN, 'integrated', '--gateway-port', '0', '--predictive-port', String(port), '--db-path', ':memory:'], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (text) => (said += text))
    expect([(await once(child, 'exit'))[0], said]).toEqual([1, expect.stringContaining(`Port ${port} on 127.0.0.1 is in use`)])
    taken.close()
  })
})

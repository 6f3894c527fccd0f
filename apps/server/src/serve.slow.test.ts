import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EXIT } from './exit.ts'
import { inFolder, type SpawnedServer, spawnServer, withServer } from './testing/spawn-server.ts'
import { PREFIX, SEED_REQUEST } from './testing/test-app.ts'

const post = (url: string, body: unknown = SEED_REQUEST, headers: Record<string, string> = {}) =>
  fetch(`${url}${PREFIX}/run-benchmark`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) })
const getJson = async (url: string) => (await (await fetch(url)).json()) as { total: number }
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Sends bytes over a bare connection; gives what came back until it closed. */
async function exchange(url: string, bytes: string | Buffer): Promise<string> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  let answer = ''
  socket.on('data', (data) => {
    answer += data
  })
  socket.on('error', () => {})
  socket.write(bytes)
  await once(socket, 'close')
  return answer
}

/** So many runs are stored before a server under load is stopped. */
const ENOUGH = 50

// Slow clients are waited for while the others run.
describe.concurrent('benchcast serve on a bare connection', () => {
  let server: SpawnedServer
  let url: string
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'benchcast-serve-'))
    server = spawnServer(['--db', join(folder, 'bare.duckdb')])
    url = await server.url
  })
  afterAll(async () => {
    server.process.kill('SIGKILL')
    await server.ended
    await rm(folder, { recursive: true, force: true })
  })

  const head = (lines: string) => `POST ${PREFIX}/run-benchmark HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n${lines}\r\n\r\n`

  it('lets slow clients time out while others are served', async () => {
    const slow = Array.from({ length: 50 }, () => exchange(url, 'GET /health HTTP/1.1\r\nHost: localhost\r\nX-Slow: '))
    let timedOut = 0
    for (const answer of slow) void answer.then(() => (timedOut += 1))
    await sleep(500)
    expect([(await fetch(`${url}/health`)).status, timedOut]).toEqual([200, 0])
    for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"request_timeout"/)
  })

  it('refuses an oversized body by its length, before reading it, in a way the client can still read', async () => {
    const answer = await exchange(url, head(`Content-Length: ${200 * 1024 * 1024}`) + 'x'.repeat(1024 * 1024))
    expect(answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*connection: close[\s\S]*128 MiB[\s\S]*"code":"body_too_large"/i)
  })

  it('refuses an oversized chunked body when the limit is passed', async () => {
    const chunk = `100000\r\n${'1'.repeat(0x100000)}\r\n`
    const request = `POST ${PREFIX}/compare-models HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}${chunk}${chunk}0\r\n\r\n`
    expect(await exchange(url, request)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it.each([
    ['bytes that are no HTTP', 'hello\r\n\r\n', /^HTTP\/1\.1 400 [\s\S]*"code":"malformed_request"/],
    ['headers of 20 KiB', `GET /health HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`, /^HTTP\/1\.1 431 [\s\S]*"code":"headers_too_large"/],
    ['no Host', 'GET /health HTTP/1.1\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 421 [\s\S]*"code":"misdirected_request"/],
    ['another Host', 'GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 421 [\s\S]*"code":"misdirected_request"/],
    ['an expectation', head('Expect: a miracle\r\nContent-Length: 2').concat('{}'), /^HTTP\/1\.1 417 [\s\S]*"code":"expectation_failed"/],
    ['another Origin', head('Origin: https://evil.example\r\nConnection: close\r\nContent-Length: 2').concat('{}'), /^HTTP\/1\.1 403 [\s\S]*"code":"forbidden"/],
    ['two lengths', head('Content-Length: 2\r\nContent-Length: 3').concat('{}'), /^HTTP\/1\.1 400 /],
    ['a length and chunks', head('Content-Length: 2\r\nTransfer-Encoding: chunked').concat('0\r\n\r\n'), /^HTTP\/1\.1 400 /],
  ])('answers %s as a problem', async (_, bytes, expected) => {
    expect(await exchange(url, bytes)).toMatch(expected)
  })
})

describe.concurrent('benchcast serve starts', () => {
  it('not on a port that is in use: exit 98 and one line that says so', async () => {
    await withServer(async (url) => {
      await inFolder(async (folder) => {
        const { code, stderr } = await spawnServer(['--port', new URL(url).port, '--db', join(folder, 'b.duckdb')]).ended
        expect(code).toBe(EXIT.port)
        expect(stderr).toMatch(/^benchcast: Port \d+ on 127\.0\.0\.1 is in use.*--port\.\n$/)
      })
    })
  })

  it('not on a database that another server holds: exit 73 and its PID', async () => {
    await inFolder(async (folder) => {
      const db = join(folder, 'one.duckdb')
      const first = spawnServer(['--db', db])
      await first.url
      const { code, stderr } = await spawnServer(['--db', db]).ended
      expect(code).toBe(EXIT.locked)
      expect(stderr).toContain(String(first.process.pid))
      first.process.kill('SIGKILL')
      await first.ended
    })
  })

  it.each([
    [['--host', '0.0.0.0'], '--insecure'],
    [['--port', '70000'], '--port'],
    [['--max-body', 'big'], '--max-body'],
    [['--log-level', 'loud'], '--log-level'],
    [['--cors-origin', 'example.org/path'], '--cors-origin'],
  ])('not with %j: exit 78 and the option that is wrong', async (args, word) => {
    const { code, stderr } = await spawnServer([...args, '--db', ':memory:']).ended
    expect([code, stderr.split('\n').length]).toEqual([EXIT.config, 2])
    expect(stderr).toContain(word)
  })
})

describe.concurrent('benchcast serve stops', () => {
  it('on SIGTERM under load with exit 0, and every acknowledged run is there afterwards', async () => {
    await inFolder(async (folder) => {
      const args = ['--db', join(folder, 'load.duckdb')]
      const server = spawnServer(args)
      const url = await server.url
      let [acknowledged, failed, stopping] = [0, 0, false]
      const client = async () => {
        while (!stopping)
          await post(url).then(
            ({ status }) => (status === 200 ? acknowledged++ : status >= 500 && status !== 503 && failed++),
            () => {},
          )
      }
      const clients = Array.from({ length: 8 }, client)
      while (acknowledged <= ENOUGH) await sleep(20)
      server.process.kill('SIGTERM')
      const { code } = await server.ended
      stopping = true
      await Promise.all(clients)
      expect([code, failed]).toEqual([EXIT.drained, 0])
      const again = spawnServer(args)
      expect((await getJson(`${await again.url}${PREFIX}/benchmark-runs`)).total).toBeGreaterThanOrEqual(acknowledged)
      again.process.kill('SIGTERM')
      expect((await again.ended).code).toBe(EXIT.drained)
    })
  })

  it('at once on a second SIGTERM', async () => {
    await withServer(async (url, server) => {
      const { hostname, port } = new URL(url)
      const hanging = connect(Number(port), hostname)
      hanging.on('error', () => {})
      hanging.write(`POST ${PREFIX}/run-benchmark HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`)
      await sleep(300)
      server.process.kill('SIGTERM')
      await sleep(300)
      server.process.kill('SIGTERM')
      expect((await server.ended).code).toBe(EXIT.bug)
    })
  })

  it('with exit 1 after a fault nobody caught, and what was acknowledged is there afterwards', async () => {
    await inFolder(async (folder) => {
      const db = join(folder, 'fault.duckdb')
      const program = `
        const { startServer, stopOnSignals } = await import(${JSON.stringify(new URL('./index.ts', import.meta.url).href)})
        const { parseConfig } = await import(${JSON.stringify(new URL('./config.ts', import.meta.url).href)})
        const server = await startServer(parseConfig({ port: '0', db: ${JSON.stringify(db)} }))
        stopOnSignals(server)
        const response = await fetch(server.url + '${PREFIX}/run-benchmark', { method: 'POST', headers: { 'content-type': 'application/json' }, body: ${JSON.stringify(JSON.stringify(SEED_REQUEST))} })
        console.log(response.status)
        setTimeout(() => { throw new Error('nobody caught this') })`
      const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text))
      const [code] = await once(child, 'close')
      expect([code, output]).toEqual([EXIT.bug, expect.stringMatching(/^200\n[\s\S]*uncaughtException: Error: nobody caught this/)])
      const again = spawnServer(['--db', db])
      expect((await getJson(`${await again.url}${PREFIX}/benchmark-runs`)).total).toBe(1)
      again.process.kill('SIGKILL')
      await again.ended
    })
  })

  it('and at level info has logged one line per answer, without query strings', async () => {
    await inFolder(async (folder) => {
      const server = spawnServer(['--db', join(folder, 'log.duckdb'), '--log-level', 'info'])
      await fetch(`${await server.url}${PREFIX}/benchmark-runs?name=secret`, { headers: { 'x-request-id': 'id-1', authorization: 'Bearer secret' } })
      server.process.kill('SIGTERM')
      const { stderr } = await server.ended
      const line = stderr.split('\n').find((text) => text.includes('id-1'))!
      expect(JSON.parse(line)).toMatchObject({ request_id: 'id-1', method: 'GET', path: `${PREFIX}/benchmark-runs`, status: 200, msg: 'answered' })
      expect(stderr).not.toContain('secret')
    })
  })

  it('keeps an Idempotency-Key over a restart', async () => {
    await inFolder(async (folder) => {
      const texts: string[] = []
      for (let i = 0; i < 2; i++) {
        const server = spawnServer(['--db', join(folder, 'keys.duckdb')])
        const response = await post(await server.url, SEED_REQUEST, { 'idempotency-key': 'the-same' })
        texts.push(await response.text())
        expect(response.headers.get('idempotency-replayed')).toBe(i === 0 ? null : 'true')
        server.process.kill('SIGKILL')
        await server.ended
      }
      expect(texts[1]).toBe(texts[0])
    })
  })
})

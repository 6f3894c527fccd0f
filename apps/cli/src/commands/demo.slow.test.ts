import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { displayWidth } from '../terminal/text.ts'

const bin = fileURLToPath(new URL('../../bin/benchcast.cjs', import.meta.url))

interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `benchcast demo` to its end; `started` may talk to it while it serves. */
function demo(options: readonly string[], started: (child: ChildProcess, stdout: () => string) => void = () => {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, 'demo', '--no-bench', ...options], { env: process.env, timeout: 110_000 })
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (data) => (stdout += data))
    child.stderr.on('data', (data) => (stderr += data))
    child.once('close', (code) => resolve({ code, stdout, stderr }))
    started(child, () => stdout)
  })
}

let folder: string
let db: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'benchcast-demo-'))
  db = join(folder, 'demo.duckdb')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const runIds = (stdout: string) => [...stdout.matchAll(/benchmark-run-[0-9a-f-]{36}/g)].map(([id]) => id)

describe('benchcast demo', () => {
  let first: Ended

  it('prints a leaderboard per data set with intervals, ties, costs, fairness and where to look, and exits 0 with --once', async () => {
    first = await demo(['--once', '--port', '0', '--db', db])
    expect(first).toMatchObject({ code: 0 })
    for (const title of ['Breast cancer diagnosis', 'Diabetes progression, by sex and age', 'Diabetes progression, as a number', 'Handwritten digits']) expect(first.stdout).toContain(title)
    for (const part of ['Accuracy ↑', 'statistically tied', 'Latency', 'Rates by sex', 'sex=1', 'four-fifths', '├', '/docs', 'report?format=html']) expect(first.stdout).toContain(part)
    expect(first.stdout).not.toContain('\u001b')
    expect(first.stdout).not.toMatch(/NaN|undefined|Infinity/)
    expect(
      Math.max(
        ...first.stdout
          .split('\n')
          .filter((line) => !line.includes('http'))
          .map((line) => displayWidth(line)),
      ),
    ).toBeLessThanOrEqual(100)
    expect(runIds(first.stdout)).toHaveLength(4)
  })

  it('finds the runs of the first time again instead of making them twice', async () => {
    const second = await demo(['--once', '--port', '0', '--db', db])
    expect(second.code).toBe(0)
    expect(runIds(second.stdout)).toEqual(runIds(first.stdout))
  })

  it('keeps serving the reports it names until it is told to stop', async () => {
    let answer: Promise<Response> | undefined
    const ended = await demo(['--port', '0', '--db', db], (child, stdout) => {
      child.stdout!.on('data', () => {
        if (answer !== undefined || !stdout().includes('/docs')) return
        answer = fetch(/http:\S+format=html/.exec(stdout())![0])
        void answer.finally(() => child.kill('SIGINT'))
      })
    })
    expect(ended.code).toBe(0)
    const page = (await answer)!
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
  })

  it('says that the port is busy and exits 98', async () => {
    const holder = await new Promise<Server>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => resolve(server))
    })
    const { port } = holder.address() as { port: number }
    const busy = await demo(['--once', '--port', String(port), '--db', join(folder, 'busy.duckdb')])
    holder.close()
    expect(busy).toMatchObject({ code: 98, stdout: '' })
    expect(busy.stderr).toContain(`Port ${port} on 127.0.0.1 is in use`)
  })
})

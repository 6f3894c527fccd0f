import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ROOT } from '../steps.ts'

const HEALTHY_WITHIN_MS = 60_000
export const RUN_PATH = '/api/v1/model-performance/run-benchmark'

/** A server under test that answers GET /health. */
export interface Running {
  readonly url: string
  readonly pid: number
  /** Seconds from the start of its process to the first healthy answer. */
  readonly startSeconds: number
  /** Ends the process and waits for its end. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>
}

/** Starts `benchcast serve` on a database file, with further options. */
export const startBenchcast = (database: string, options: readonly string[] = []): Promise<Running> =>
  start((port) => [process.execPath, [join(ROOT, 'node_modules/.bin/benchcast'), 'serve', '--port', `${port}`, '--db', database, ...options]])

/** Starts the peer on a database file. */
export const startPeer = (python: string, database: string): Promise<Running> => start((port) => [python, [join(ROOT, 'python/tools/peer/server.py'), '--port', `${port}`, '--db', database]])

async function start(command: (port: number) => readonly [string, readonly string[]]): Promise<Running> {
  const port = await freePort()
  const [program, args] = command(port)
  const started = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (text: Buffer) => {
    said += text
  })
  const url = `http://127.0.0.1:${port}`
  await untilHealthy(url, child, () => said)
  return { url, pid: child.pid!, startSeconds: (performance.now() - started) / 1000, stop: (signal = 'SIGTERM') => end(child, signal) }
}

async function untilHealthy(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const giveUp = performance.now() + HEALTHY_WITHIN_MS
  while (performance.now() < giveUp && child.exitCode === null) {
    const answer = await fetch(`${url}/health`).catch(() => undefined)
    if (answer?.ok) return void (await answer.arrayBuffer())
    await sleep(5)
  }
  await end(child, 'SIGKILL')
  throw new Error(`The server did not become healthy (exit code ${child.exitCode}):\n${said()}`)
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill(signal)
  await ended
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/** Runs `use` in a folder that is removed afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'benchcast-bench-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs `use` against a server and stops it. */
export async function during<T>(starting: Promise<Running>, use: (server: Running) => Promise<T>): Promise<T> {
  const server = await starting
  try {
    return await use(server)
  } finally {
    await server.stop('SIGKILL')
  }
}

/** Resident memory of a process now and at its highest since {@link resetPeak}, bytes; undefined where /proc does not tell. */
export async function memoryOf(pid: number): Promise<{ readonly now: number; readonly peak: number } | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kibibytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1])
  return status === '' ? undefined : { now: kibibytes('VmRSS') * 1024, peak: kibibytes('VmHWM') * 1024 }
}

/** Lets the highest resident memory start again from the present one (Linux). */
export const resetPeak = (pid: number): Promise<void> => writeFile(`/proc/${pid}/clear_refs`, '5').catch(() => {})

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../../cli/bin/benchcast.cjs', import.meta.url))

/** A program that ended: its exit code and what it said. */
interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A `benchcast serve` process. */
export interface SpawnedServer {
  readonly process: ChildProcess
  /** Resolves with the address once it listens; rejects when it ends before. */
  readonly url: Promise<string>
  readonly ended: Promise<Ended>
}

/** Starts `benchcast serve` on a free port unless the arguments say otherwise, with `environment` beside our own. */
export function spawnServer(args: readonly string[], environment: Readonly<Record<string, string>> = {}): SpawnedServer {
  const child = spawn(process.execPath, [BIN, 'serve', ...(args.includes('--port') ? [] : ['--port', '0']), ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...environment } })
  let [stdout, stderr] = ['', '']
  child.stderr.on('data', (text: Buffer) => {
    stderr += text
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stdout, stderr }))
  const url = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      stdout += text
      const found = /listens on (\S+)/.exec(stdout)?.[1]
      if (found !== undefined) resolve(found)
    })
    void ended.then(({ code }) => reject(new Error(`The server ended with ${code}: ${stderr}`)))
  })
  url.catch(() => {})
  return { process: child, url, ended }
}

/** Runs `use` with a folder that is removed afterwards. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'benchcast-serve-'))
  try {
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs `use` against a server on a database of its own, then stops it. */
export function withServer<T>(use: (url: string, server: SpawnedServer) => Promise<T>, args: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): Promise<T> {
  return inFolder(async (folder) => {
    const server = spawnServer(['--db', join(folder, 'test.duckdb'), ...args], environment)
    try {
      return await use(await server.url, server)
    } finally {
      server.process.kill('SIGKILL')
      await server.ended
    }
  })
}

import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const CALLERS = fileURLToPath(new URL('callers.ts', import.meta.url))

/** Until the compilers are done with what is called often. */
export const WARM_SECONDS = 20

/** What callers met who each send the next request when they have the answer to the last. */
export interface Load {
  readonly requestsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Answers other than 2xx, and requests without an answer. */
  readonly failed: number
}

/** Posts `body` over and over from so many connections, from a process of its own. */
export async function postRepeatedly(url: string, body: object, connections: number, seconds: number, folder: string): Promise<Load> {
  const file = join(folder, 'body.json')
  await writeFile(file, JSON.stringify(body))
  return called(url, file, connections, seconds)
}

/** Gets over and over from so many connections, from a process of its own; `{n:1000}` in the URL stands for the number of the request modulo 1000. */
export const getRepeatedly = (url: string, connections: number, seconds: number): Promise<Load> => called(url, '', connections, seconds)

async function called(url: string, file: string, connections: number, seconds: number): Promise<Load> {
  const { stdout } = await promisify(execFile)(process.execPath, [CALLERS, url, file, `${connections}`, `${seconds}`])
  return JSON.parse(stdout) as Load
}

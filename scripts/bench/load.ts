import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const AUTOCANNON = fileURLToPath(import.meta.resolve('autocannon'))

export interface Load {
  readonly requestsPerSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Answers other than 2xx, and requests without an answer. */
  readonly failed: number
}

interface AutocannonReport {
  readonly requests: { readonly average: number }
  readonly latency: { readonly p50: number; readonly p99: number }
  readonly non2xx: number
  readonly errors: number
}

/** Posts `body` over and over from so many connections, from a process of its own. */
export async function postRepeatedly(url: string, body: object, connections: number, seconds: number, folder: string): Promise<Load> {
  const file = join(folder, 'body.json')
  await writeFile(file, JSON.stringify(body))
  const args = ['--json', '--no-progress', '-c', `${connections}`, '-d', `${seconds}`, '-m', 'POST', '-H', 'content-type=application/json', '-i', file, url]
  const { stdout } = await promisify(execFile)(process.execPath, [AUTOCANNON, ...args], { maxBuffer: 2 ** 24 })
  const { requests, latency, non2xx, errors } = JSON.parse(stdout) as AutocannonReport
  return { requestsPerSecond: requests.average, p50Ms: latency.p50, p99Ms: latency.p99, failed: non2xx + errors }
}

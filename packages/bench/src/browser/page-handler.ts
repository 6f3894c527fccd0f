import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BenchcastError } from '@benchcast/core/errors'
import type { BrowserJobs, KnownJob } from './browser-jobs.ts'
import { pageHtml, pageSource, runtimeFile } from './page-files.ts'

/** Isolated from other pages, so that threads may share memory and clocks are precise; nothing is loaded from elsewhere. */
export const PAGE_HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

const TYPES: Readonly<Record<string, string>> = { '.ts': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '': 'application/octet-stream' }
const DAY = 'private, max-age=86400'
const MOST_STEP_BYTES = 4096
/** Millions of run times; the outputs of a model. */
const MOST_ANSWER_BYTES = { measure: 32 * 2 ** 20, run: 256 * 2 ** 20 } as const

/** What the handler was asked for, after the address it is mounted at. */
interface Asked {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/**
 * Serves the page that measures in a browser, the runtime it needs and the models of open jobs, and takes results. `path` is the address below the one it is mounted at.
 *
 * @example
 * const handle = pageHandler(jobs)
 * createServer((request, response) => void handle(request, response, request.url!.replace('/measure/', ''))).listen(8080, '127.0.0.1')
 */
export function pageHandler(jobs: BrowserJobs): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void> {
  return async (request, response, path) => {
    try {
      await route(jobs, { request, response }, path.split('?', 1)[0]!)
    } catch (error) {
      refuse(response, error)
    }
  }
}

async function route(jobs: BrowserJobs, asked: Asked, path: string): Promise<void> {
  const [room, ...rest] = path.split('/')
  const name = rest.join('/')
  if (room === 'source') return sendText(asked, await found(pageSource(name)), TYPES[extname(name)]!, DAY)
  if (room === 'runtime') return sendRuntime(asked, await found(runtimeFile(name)))
  const job = await found(jobs.find(room ?? ''))
  if (asked.request.method === 'POST') return take(asked, job, name)
  if (name === '') return sendText(asked, await pageHtml(), 'text/html; charset=utf-8')
  if (name === 'job') return sendText(asked, JSON.stringify(job.page), 'application/json')
  const file = await found(name.startsWith('files/') ? job.files.get(name.slice('files/'.length)) : undefined)
  return typeof file === 'string' ? sendFile(asked, file) : void head(asked.response, TYPES['']!, 'no-store', file.length).end(file)
}

async function found<T>(value: T | undefined | Promise<T>): Promise<T> {
  if (value === undefined) throw new BenchcastError('not_found', 'There is no such page, or its measurement is over: ask for a new link.')
  return value
}

async function take({ request, response }: Asked, job: KnownJob, name: string): Promise<void> {
  if (name !== 'step' && name !== 'answer') throw new BenchcastError('not_found', 'A page sends steps and its answer, nothing else.')
  const value = await readJson(request, name === 'step' ? MOST_STEP_BYTES : MOST_ANSWER_BYTES[job.page.kind])
  job[name](value)
  response.writeHead(204, PAGE_HEADERS).end()
}

async function readJson(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) throw new BenchcastError('unsupported_media_type', 'Send JSON, as application/json.')
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostBytes) throw new BenchcastError('body_too_large', `At most ${mostBytes} bytes are taken here.`)
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString())
  } catch {
    throw new BenchcastError('malformed_json', 'What was sent is not JSON.')
  }
}

function head(response: ServerResponse, type: string, cache: string, bytes: number, headers: Readonly<Record<string, string>> = {}): ServerResponse {
  return response.writeHead(200, { ...PAGE_HEADERS, ...headers, 'content-type': type, 'cache-control': cache, 'content-length': bytes })
}

function sendText({ response }: Asked, text: string, type: string, cache = 'no-store'): void {
  head(response, type, cache, Buffer.byteLength(text)).end(text)
}

/** Files of a public package: generated pages from elsewhere may load them too. */
function sendRuntime(asked: Asked, path: string): Promise<void> {
  return sendFile(asked, path, DAY, FOR_ALL)
}

const FOR_ALL = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }

async function sendFile({ response }: Asked, path: string, cache = 'no-store', headers: Readonly<Record<string, string>> = {}): Promise<void> {
  const { size } = await stat(path)
  head(response, TYPES[extname(path)] ?? TYPES['']!, cache, size, headers)
  await pipeline(createReadStream(path), response)
}

/** A refusal in the form of every other of the product (RFC 9457); a page that left is no failure. */
function refuse(response: ServerResponse, error: unknown): void {
  const { code, status, message } = error instanceof BenchcastError ? error : { code: 'internal', status: 500, message: 'The page could not be served.' }
  if (response.headersSent) return void response.destroy()
  response.writeHead(status, { ...PAGE_HEADERS, 'content-type': 'application/problem+json', connection: 'close' }).end(JSON.stringify({ status, code, detail: message }))
}

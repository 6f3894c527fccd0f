// callers.ts URL BODY_FILE CONNECTIONS SECONDS: posts the body from each connection over and over and prints a Load as JSON; without a body file ('') it gets.
// {n:1000} in the URL stands for the number of the request modulo 1000.
// Reads of an answer what it must, its status and its length, so that on shared cores the time goes to the server that is measured.
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import type { Load } from './load.ts'

const [address, file, connections, seconds] = process.argv.slice(2) as [string, string, string, string]
const url = new URL(address)
const body = file === '' ? Buffer.alloc(0) : readFileSync(file)
const bodyHead = file === '' ? '' : `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`
const key = process.env.UNIFIED_API_KEYS
const keyHead = key === undefined ? '' : `X-API-Key: ${key}\r\n`
const [beforeNumber, modulus, afterNumber] = `${url.pathname}${url.search}`.split(/(?:\{|%7B)n:(\d+)(?:\}|%7D)/) as [string, string?, string?]
const headOf = (path: string) => `${file === '' ? 'GET' : 'POST'} ${path} HTTP/1.1\r\nHost: ${url.host}\r\n${keyHead}${bodyHead}\r\n`
const requestOf = (path: string) => Buffer.concat([Buffer.from(headOf(path)), body])
const same = requestOf(beforeNumber)
let number = 0
const nextRequest = (): Buffer => (modulus === undefined ? same : requestOf(`${beforeNumber}${number++ % Number(modulus)}${afterNumber}`))
const END_OF_HEAD = '\r\n\r\n'

const latenciesMs: number[] = []
let failed = 0
let isOver = false

/** Bytes of the answer that begins with these, whether it is a 2xx, and whether the server takes no more on this connection; undefined while its head is not there. */
function readHead(bytes: Buffer): { readonly length: number; readonly isGood: boolean; readonly isLast: boolean } | undefined {
  const end = bytes.indexOf(END_OF_HEAD)
  if (end < 0) return undefined
  const text = bytes.toString('latin1', 0, end)
  const declared = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1]
  if (declared === undefined) throw new Error(`An answer without Content-Length:\n${text}`)
  return { length: end + END_OF_HEAD.length + Number(declared), isGood: text.startsWith('HTTP/1.1 2'), isLast: /\r\nconnection: *close/i.test(text) }
}

/** Calls until the time is over; a connection that the server ends is made anew, and one that breaks counts as one failure as well. */
function call(): void {
  const socket: Socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true })
  let start = 0
  let received = 0
  let early: Buffer | undefined
  let answer: ReturnType<typeof readHead>
  const send = () => {
    start = performance.now()
    received = 0
    early = answer = undefined
    socket.write(nextRequest())
  }
  socket.on('connect', send)
  socket.on('data', (piece) => {
    received += piece.length
    if (answer === undefined) {
      early = early === undefined ? piece : Buffer.concat([early, piece])
      answer = readHead(early)
    }
    if (answer === undefined || received < answer.length) return
    if (answer.isGood) latenciesMs.push(performance.now() - start)
    else failed += 1
    if (answer.isLast) {
      socket.removeAllListeners('close').destroy()
      if (!isOver) call()
    } else if (!isOver) send()
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    if (isOver) return
    failed += 1
    setTimeout(call, 10)
  })
}

for (let caller = 0; caller < Number(connections); caller += 1) call()
setTimeout(() => {
  isOver = true
  latenciesMs.sort((a, b) => a - b)
  const percentile = (share: number) => Math.round(latenciesMs[Math.min(latenciesMs.length - 1, Math.floor(share * latenciesMs.length))] ?? Number.NaN)
  const load: Load = { requestsPerSecond: latenciesMs.length / Number(seconds), p50Ms: percentile(0.5), p99Ms: percentile(0.99), failed }
  process.stdout.write(JSON.stringify(load), () => process.exit())
}, Number(seconds) * 1000)

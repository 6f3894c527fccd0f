// pacer.ts URL BODY_FILE PER_SECOND SECONDS: posts the body so many times a second, whether answers come or not, and prints Paced as JSON.
// A request waits for no answer as long as there are connections left; one for which there is none counts as not sent.
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'

/** What came back. */
export interface Paced {
  readonly sent: number
  readonly good: number
  /** 429 and 503. */
  readonly refused: number
  /** Other answers, and connections that broke. */
  readonly other: number
  readonly refusedP99Ms: number
  readonly goodP99Ms: number
  /** Of a core, spent on sending and reading. */
  readonly cpuShare: number
}

const MOST_CONNECTIONS = 4000
const TICK_MS = 5

const [address, file, perSecond, seconds] = process.argv.slice(2) as [string, string, string, string]
const url = new URL(address)
const body = readFileSync(file)
const request = Buffer.concat([Buffer.from(`POST ${url.pathname}${url.search} HTTP/1.1\r\nHost: ${url.host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`), body])

const idle: Caller[] = []
const goodMs: number[] = []
const refusedMs: number[] = []
let [open, sent, other] = [0, 0, 0]

/** A connection with at most one request under way. */
class Caller {
  readonly #socket: Socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true })
  #start = 0
  #text = ''

  constructor() {
    open += 1
    this.#socket.on('data', (piece) => this.#read(piece))
    this.#socket.on('error', () => {})
    this.#socket.on('close', () => {
      open -= 1
      if (this.#start > 0) other += 1
      const place = idle.indexOf(this)
      if (place >= 0) idle.splice(place, 1)
    })
  }

  send(): void {
    sent += 1
    this.#start = performance.now()
    this.#text = ''
    this.#socket.write(request)
  }

  #read(piece: Buffer): void {
    this.#text += piece.toString('latin1')
    const end = this.#text.indexOf('\r\n\r\n')
    if (end < 0) return
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(this.#text)?.[1])
    if (this.#text.length < end + 4 + length) return
    const status = this.#text.slice(9, 12)
    const spent = performance.now() - this.#start
    this.#start = 0
    if (status.startsWith('2')) goodMs.push(spent)
    else if (status === '429' || status === '503') refusedMs.push(spent)
    else other += 1
    idle.push(this)
  }
}

const began = performance.now()
let asked = 0
const timer = setInterval(() => {
  const due = Math.floor(((performance.now() - began) / 1000) * Number(perSecond))
  for (; asked < due; asked += 1) {
    const caller = idle.pop() ?? (open < MOST_CONNECTIONS ? new Caller() : undefined)
    caller?.send()
  }
}, TICK_MS)

const p99 = (values: number[]): number => Math.round(values.toSorted((a, b) => a - b)[Math.floor(0.99 * values.length)] ?? 0)

setTimeout(() => {
  clearInterval(timer)
  const { user, system } = process.cpuUsage()
  const paced: Paced = { cpuShare: (user + system) / 1e6 / Number(seconds), sent, good: goodMs.length, refused: refusedMs.length, other, refusedP99Ms: p99(refusedMs), goodP99Ms: p99(goodMs) }
  process.stdout.write(JSON.stringify(paced), () => process.exit())
}, Number(seconds) * 1000)

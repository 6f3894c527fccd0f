// followers.ts COUNT: reads WebSocket addresses (a JSON list) from the first line of its input, joins COUNT clients to them in turn, prints a line once all have had their first frame,
// and Followed as JSON once all have been closed. Reads of the frames what it must, so that on shared cores the time goes to the server that is measured.
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'

/** What the clients met. Times are milliseconds since 1970. */
export interface Followed {
  /** When the last client had its final frame. */
  readonly lastAt: number
  /** Clients that were closed with another code than 1000, or without one. */
  readonly cutOff: number
}

const [count] = process.argv.slice(2) as [string]
const JOINING_AT_ONCE = 200
const NORMAL = 1000
const now = () => performance.timeOrigin + performance.now()

interface Client {
  readonly joined: Promise<void>
  readonly ended: Promise<{ readonly lastAt: number; readonly isCutOff: boolean }>
}

/** The frames a buffer begins with, and how many of its bytes they are. Frames of a server are not masked. */
function framesIn(bytes: Buffer): { readonly frames: readonly { readonly opcode: number; readonly payload: Buffer }[]; readonly length: number } {
  const frames = []
  let at = 0
  while (at + 2 <= bytes.length) {
    const short = bytes[at + 1]! & 0x7f
    const head = short === 127 ? 10 : short === 126 ? 4 : 2
    if (at + head > bytes.length) break
    const length = short === 127 ? Number(bytes.readBigUInt64BE(at + 2)) : short === 126 ? bytes.readUInt16BE(at + 2) : short
    if (at + head + length > bytes.length) break
    frames.push({ opcode: bytes[at]! & 0x0f, payload: bytes.subarray(at + head, at + head + length) })
    at += head + length
  }
  return { frames, length: at }
}

const TEXT = 1
const CLOSE = 8

function join(address: string): Client {
  const { hostname, port, pathname, host } = new URL(address)
  const socket = connect({ host: hostname, port: Number(port) })
  const joined = Promise.withResolvers<void>()
  const ended = Promise.withResolvers<{ readonly lastAt: number; readonly isCutOff: boolean }>()
  let [rest, isUpgraded, lastAt, code] = [Buffer.alloc(0) as Buffer, false, 0, 0]
  socket.write(
    `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
  )
  socket.on('data', (piece) => {
    rest = rest.length === 0 ? piece : Buffer.concat([rest, piece])
    if (!isUpgraded) {
      const end = rest.indexOf('\r\n\r\n')
      if (end < 0) return
      isUpgraded = rest.toString('latin1', 0, 12) === 'HTTP/1.1 101'
      if (!isUpgraded) return void socket.destroy()
      rest = rest.subarray(end + 4)
    }
    const { frames, length } = framesIn(rest)
    rest = rest.subarray(length)
    for (const { opcode, payload } of frames) {
      if (opcode === TEXT) {
        lastAt = now()
        joined.resolve()
      }
      if (opcode !== CLOSE) continue
      code = payload.length >= 2 ? payload.readUInt16BE(0) : 0
      socket.end(Buffer.from([0x88, 0x80, 0, 0, 0, 0]))
    }
  })
  socket.on('error', () => {})
  socket.on('close', () => {
    joined.resolve()
    ended.resolve({ lastAt, isCutOff: code !== NORMAL })
  })
  return { joined: joined.promise, ended: ended.promise }
}

const input = createInterface({ input: process.stdin })
const { value } = await input[Symbol.asyncIterator]().next()
const addresses = JSON.parse(value as string) as readonly string[]
const clients: Client[] = []
for (let first = 0; first < Number(count); first += JOINING_AT_ONCE) {
  const some = Array.from({ length: Math.min(JOINING_AT_ONCE, Number(count) - first) }, (_, index) => join(addresses[(first + index) % addresses.length]!))
  clients.push(...some)
  await Promise.all(some.map(({ joined }) => joined))
}
process.stdout.write('joined\n')
const ends = await Promise.all(clients.map(({ ended }) => ended))
const followed: Followed = { lastAt: Math.max(...ends.map(({ lastAt }) => lastAt)), cutOff: ends.filter(({ isCutOff }) => isCutOff).length }
process.stdout.write(`${JSON.stringify(followed)}\n`, () => process.exit())

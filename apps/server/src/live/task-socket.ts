import { once } from 'node:events'
import { CLOSE_CODES } from '@benchcast/core/api'
import type { RawData, WebSocket } from 'ws'

/** Something whose present state can be sent, and that tells of its changes. Tasks and runs are. */
export interface Followed {
  readonly hasEnded: boolean
  readonly bytes: Buffer
  follow(listener: () => void): () => void
}

/** Words a client may send besides ping and status, and what each does and answers. */
export type Commands = Readonly<Record<string, () => Promise<object>>>

/** Bytes that may wait for a slow client; beyond them it gets only the newest state, once it reads again. */
const MOST_BUFFERED = 64 * 1024

type Close = (typeof CLOSE_CODES)[keyof typeof CLOSE_CODES]

/** One client that follows one task or run: the present state at once, a frame per change in order, and the end. */
export class TaskSocket {
  readonly #socket: WebSocket
  readonly #task: Followed
  readonly #commands: Commands
  readonly #unfollow: () => void
  /** Resolves when the connection is gone. */
  readonly closed: Promise<void>
  #isAlive = true
  /** Heartbeats since which changes were left out because the client does not read. */
  #beatsBehind = 0
  #isBehind = false
  /** Commands that are not answered yet: the end is told after their answers. */
  #unanswered = 0
  #hasShownEnd = false

  constructor(socket: WebSocket, task: Followed, commands: Commands = {}) {
    this.#socket = socket
    this.#task = task
    this.#commands = commands
    // In one turn: nothing can change between the snapshot and the subscription.
    this.#unfollow = task.follow(() => this.#show())
    this.#show()
    socket.on('pong', () => {
      this.#isAlive = true
    })
    socket.on('message', (data) => this.#hear(data))
    this.closed = once(socket, 'close').then(
      () => this.#unfollow(),
      () => this.#unfollow(),
    )
  }

  /** Checks that the client is there, and that it reads. */
  beat(): void {
    this.#beatsBehind = this.#isBehind ? this.#beatsBehind + 1 : 0
    if (this.#beatsBehind >= 2) {
      this.close(CLOSE_CODES.tooSlow)
      this.terminate()
    } else if (!this.#isAlive) this.terminate()
    this.#isAlive = false
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping()
  }

  close({ code, reason }: Close): void {
    this.#socket.close(code, reason)
  }

  terminate(): void {
    this.#socket.terminate()
  }

  /** Sends the present state; the end is always sent. */
  #show(): void {
    const { hasEnded, bytes } = this.#task
    if (hasEnded && (this.#unanswered > 0 || this.#hasShownEnd)) return
    this.#hasShownEnd = hasEnded
    if (!hasEnded && this.#socket.bufferedAmount > MOST_BUFFERED) {
      this.#isBehind = true
      return
    }
    this.#socket.send(bytes, { binary: false }, () => this.#catchUp())
    if (hasEnded) this.close(CLOSE_CODES.done)
  }

  #catchUp(): void {
    if (!this.#isBehind || this.#socket.bufferedAmount > MOST_BUFFERED) return
    this.#isBehind = false
    this.#show()
  }

  #hear(data: RawData): void {
    const word = wordOf(textOf(data))
    if (this.#socket.bufferedAmount > MOST_BUFFERED) return
    if (word === 'ping') this.#socket.send('{"pong":true}')
    if (word === 'status') this.#socket.send(this.#task.bytes, { binary: false })
    if (typeof word === 'string' && Object.hasOwn(this.#commands, word)) void this.#obey(this.#commands[word]!)
  }

  async #obey(command: () => Promise<object>): Promise<void> {
    this.#unanswered += 1
    try {
      this.#socket.send(JSON.stringify(await command()))
    } finally {
      this.#unanswered -= 1
      if (this.#task.hasEnded) this.#show()
    }
  }
}

/** A message as text, however it was received. */
const textOf = (data: RawData): string => (data instanceof ArrayBuffer ? Buffer.from(data) : Array.isArray(data) ? Buffer.concat(data) : data).toString('utf8')

/** `ping`, `"ping"` and `{"type":"ping"}` mean the same. */
function wordOf(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as { type?: unknown }).type : value
  } catch {
    return text.trim()
  }
}

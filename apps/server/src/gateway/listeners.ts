import type { Server } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { isLoopback } from '../config.ts'
import { ExitError } from '../exit.ts'
import type { Wanted } from './addresses.ts'
import { listenToo, urlOf } from './listener.ts'
import { limitReach } from './reach.ts'

/** Where a server answers, with the port it really got, and what for. */
export interface NamedAddress {
  readonly title: string
  readonly url: string
}

/** Room for ten thousand WebSockets and those who ask meanwhile; each takes some 20 kB. */
const MOST_CONNECTIONS = 12_000
const MOST_PER_ADDRESS = 100

/** Every address that one app answers at. */
export class Listeners {
  readonly #app: FastifyInstance
  readonly #others: Server[] = []

  constructor(app: FastifyInstance) {
    this.#app = app
  }

  /** Listens at all of them, the main one first. Throws an {@link ExitError} that names the port when one cannot be had. */
  async open([main, ...others]: readonly Wanted[]): Promise<readonly NamedAddress[]> {
    const addresses: NamedAddress[] = [await this.#openMain(main!)]
    for (const wanted of others) {
      const server = await listenToo(this.#app.server, wanted, wanted.reach).catch((error: NodeJS.ErrnoException) => {
        throw listenError(error, wanted)
      })
      limitConnections(server)
      this.#others.push(server)
      addresses.push({ title: wanted.title, url: urlOf(server) })
    }
    return addresses
  }

  async #openMain(wanted: Wanted): Promise<NamedAddress> {
    const { host, port, title, reach } = wanted
    limitConnections(this.#app.server)
    limitReach(this.#app.server, reach)
    const url = await this.#app.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
      throw listenError(error, wanted)
    })
    return { title, url }
  }

  /** Takes no new connections at the further addresses; resolves when the open ones are done. */
  async close(): Promise<void> {
    await Promise.all(this.#others.map((server) => new Promise((resolve) => server.close(resolve))))
  }

  /** Cuts off whoever is still there, at every address. */
  closeAllConnections(): void {
    for (const server of [this.#app.server, ...this.#others]) server.closeAllConnections()
  }
}

/** A bound for all, and a smaller one for each address that is not this machine. */
function limitConnections(server: Server): void {
  const open = new Map<string, number>()
  server.maxConnections = MOST_CONNECTIONS
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? ''
    if (isLoopback(address)) return
    const count = (open.get(address) ?? 0) + 1
    if (count > MOST_PER_ADDRESS) return void socket.destroy()
    open.set(address, count)
    socket.once('close', () => (open.get(address) === 1 ? open.delete(address) : open.set(address, open.get(address)! - 1)))
  })
}

function listenError(error: NodeJS.ErrnoException, { host, port, flag }: Wanted): Error {
  if (error.code === 'EADDRINUSE') return new ExitError('port', `Port ${port} on ${host} is in use: stop the program that uses it, or choose another port with ${flag}.`, { cause: error })
  if (error.code === 'EACCES') return new ExitError('port', `Port ${port} on ${host} may not be used by this user: choose one above 1023 with ${flag}.`, { cause: error })
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return new ExitError('config', `This machine has no address ${host}: choose another one with --host.`, { cause: error })
  return error
}

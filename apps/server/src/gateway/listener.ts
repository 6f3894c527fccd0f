import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { limitReach, type Reach } from './reach.ts'

/** An address that a server answers at. */
export interface Address {
  readonly host: string
  readonly port: number
}

/** What a connection may do, as it was set for the main server. */
const LIMITS = ['headersTimeout', 'requestTimeout', 'keepAliveTimeout', 'maxRequestsPerSocket', 'timeout', 'maxConnections'] as const

/** Whatever the main server answers, in the same way. */
const EVENTS = ['request', 'upgrade', 'checkExpectation', 'clientError'] as const

/**
 * A further address of a server: it has the limits of the main one, and hands it what comes in. Listens when it resolves; rejects with the error of the system.
 *
 * @example const second = await listenToo(app.server, { host: '127.0.0.1', port: 8500 }, new Set(['predictive-performance']))
 */
export async function listenToo(main: Server, { host, port }: Address, reach: Reach): Promise<Server> {
  const server = createServer({ requireHostHeader: false, connectionsCheckingInterval: 5000 })
  for (const limit of LIMITS) server[limit] = main[limit] as never
  for (const event of EVENTS) server.on(event, (...args: readonly unknown[]) => main.emit(event, ...args))
  limitReach(server, reach)
  server.listen(port, host)
  await once(server, 'listening')
  return server
}

/** `http://127.0.0.1:8500`, with the port it really got. */
export function urlOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
}

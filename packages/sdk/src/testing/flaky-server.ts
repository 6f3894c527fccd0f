import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as it arrived. */
export interface Arrived {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** What is done with the next request. */
export type Deed = (response: ServerResponse, request: IncomingMessage) => void

/** Answers with JSON. */
export const answer =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Deed =>
  (response) =>
    response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers }).end(JSON.stringify(body))

/** Breaks the connection without an answer. */
export const reset: Deed = (_, { socket }) => void socket.resetAndDestroy()
/** Breaks it off in the middle of one. */
export const cutOff: Deed = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' }).write('{"count":')
  setTimeout(() => response.socket?.resetAndDestroy(), 10)
}
/** Says nothing. */
export const silence: Deed = () => {}

/** Runs `use` against a server that does one deed after the other, the last one again and again. */
export async function withFlakyServer(deeds: readonly Deed[], use: (url: string, arrived: readonly Arrived[]) => Promise<void>): Promise<void> {
  const arrived: Arrived[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const deed = deeds[Math.min(arrived.length, deeds.length - 1)]!
    arrived.push({ method: request.method!, url: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() })
    deed(response, request)
  })
  server.on('upgrade', (_, socket) => void socket.destroy()) // there are no WebSockets here
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, arrived)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

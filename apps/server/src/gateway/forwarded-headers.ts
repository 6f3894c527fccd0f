import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http'

/** Headers of one connection (RFC 9110, 7.6.1), and what is settled before a request is forwarded. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'proxy-connection', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'transfer-encoding', 'upgrade']
/** The gateway has decided on the origin and the key of a request, answers 100-continue by itself, and says anew how long the body is and who asked whom. */
const SETTLED = ['host', 'expect', 'content-length', 'origin', 'authorization', 'x-api-key', 'x-request-id', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'forwarded']
const NOT_SENT = new Set([...HOP_BY_HOP, ...SETTLED])
const NOT_ANSWERED = new Set(HOP_BY_HOP)

/** Headers that `Connection` names are of that connection too. */
function namedByConnection(value: string | string[] | undefined): readonly string[] {
  if (value === undefined || value === 'keep-alive' || value === 'close') return []
  return String(value)
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
}

/**
 * What is sent to a service: the caller's headers without those of its connection, and who asked. How long the body is, who sends it says. Names and order are kept, repeated headers stay repeated.
 *
 * @param more what replaces headers of the caller, such as the key of the gateway
 */
export function headersToSend({ rawHeaders, headers, socket }: IncomingMessage, requestId: string, more: Readonly<Record<string, string>>): string[] {
  const left = namedByConnection(headers.connection)
  const sent: string[] = []
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]!.toLowerCase()
    if (!NOT_SENT.has(name) && !left.includes(name)) sent.push(name, rawHeaders[at + 1]!)
  }
  sent.push('x-request-id', requestId, 'x-forwarded-for', socket.remoteAddress ?? '', 'x-forwarded-proto', 'http')
  if (headers.host !== undefined) sent.push('x-forwarded-host', headers.host)
  for (const name in more) sent.push(name, more[name]!)
  return sent
}

/** What the caller gets: the service's headers without those of its connection; what the gateway says on every answer where the service says nothing of it. */
export function headersToAnswer(answered: IncomingHttpHeaders, own: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = { ...own }
  const left = namedByConnection(answered.connection)
  for (const name in answered) {
    if (NOT_ANSWERED.has(name) || left.includes(name) || answered[name] === undefined) continue
    headers[name] = name === 'vary' && own.vary !== undefined ? `${String(own.vary)}, ${answered[name]}` : answered[name]
  }
  return headers
}

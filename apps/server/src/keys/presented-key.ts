import type { IncomingHttpHeaders } from 'node:http'

/** A subprotocol that carries a key: a page cannot give a WebSocket any other header. */
const KEY_PROTOCOL = 'benchcast.key.'
/** The subprotocol that is answered. */
const PROTOCOL = 'benchcast'

/**
 * The key that was sent: `X-API-Key`, else `Authorization: Bearer`, else a WebSocket's subprotocol `benchcast.key.<key>`. Never the address: that ends in logs and histories.
 *
 * @example presentedKey({ authorization: 'Bearer abc' }) // 'abc'
 */
export function presentedKey(headers: IncomingHttpHeaders): string | undefined {
  const own = headers['x-api-key']
  if (typeof own === 'string' && own !== '') return own
  const bearer = /^bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1]
  return (
    bearer ??
    subprotocols(headers)
      .find((word) => word.startsWith(KEY_PROTOCOL))
      ?.slice(KEY_PROTOCOL.length)
  )
}

const subprotocols = (headers: IncomingHttpHeaders): readonly string[] => (headers.upgrade === undefined ? [] : (headers['sec-websocket-protocol'] ?? '').split(',').map((word) => word.trim()))

/** The subprotocol to answer with: never the one that carries a key. */
export const chosenProtocol = (offered: ReadonlySet<string>): string | false => (offered.has(PROTOCOL) ? PROTOCOL : ([...offered].find((word) => !word.startsWith(KEY_PROTOCOL)) ?? false))

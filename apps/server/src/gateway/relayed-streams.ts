import { partOf } from '@benchcast/core/api'
import type { LiveStream } from '../live/task-sockets.ts'
import type { Remotes } from './remotes.ts'
import type { WebSocketRelay } from './web-socket-relay.ts'

/** The same streams; those of components in other processes are relayed. */
export const relayedStreams = (streams: readonly LiveStream[], remotes: Remotes | undefined, relay: WebSocketRelay): readonly LiveStream[] =>
  streams.map((stream) => {
    const upstream = remotes?.of(partOf(stream.path))
    return upstream === undefined ? stream : { ...stream, relay: (access, upgrade) => relay.relay(upstream, access, upgrade) }
  })

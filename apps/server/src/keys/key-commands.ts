import type { Endpoints, Output, ParsedRequest } from '@benchcast/core/api'
import type { Actor } from './actor.ts'
import type { KeyBook } from './key-book.ts'
import { keyRow } from './key-row.ts'

type Body<N extends 'createKey' | 'rotateKey'> = ParsedRequest<Endpoints[N]>['body']

/** What the endpoints of keys answer, for the server and for a command line that has the database to itself. */
export interface KeyCommands {
  create(order: Body<'createKey'>): Promise<Output<Endpoints['createKey']>>
  list(): Promise<Output<Endpoints['listKeys']>>
  rotate(id: string, order: Body<'rotateKey'>): Promise<Output<Endpoints['rotateKey']>>
  revoke(id: string): Promise<Output<Endpoints['revokeKey']>>
}

/** The commands on a book, done by `actor`. */
export const keyCommands = (book: KeyBook, actor: Actor): KeyCommands => ({
  create: async ({ name, scopes, expires_in_days }) => {
    const { key, text } = await book.create({ name, scopes, days: expires_in_days === 0 ? null : expires_in_days }, actor)
    return { ...keyRow(book, key), key: text }
  },
  list: async () => {
    const keys = book.list().map((key) => keyRow(book, key))
    return { count: keys.length, keys }
  },
  rotate: async (id, { grace_hours }) => {
    const { key, text, replaced } = await book.rotate(id, grace_hours, actor)
    return { ...keyRow(book, key), key: text, replaces: keyRow(book, replaced) }
  },
  revoke: async (id) => keyRow(book, await book.revoke(id, actor)),
})

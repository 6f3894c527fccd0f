import { BenchcastError } from '@benchcast/core/errors'
import { monotonicClock } from '../clock.ts'
import { newId } from '../ids.ts'
import { openStore, StartupError } from '../storage/index.ts'
import { COMMAND_LINE } from './actor.ts'
import { KeyBook } from './key-book.ts'
import { type KeyCommands, keyCommands } from './key-commands.ts'
import { remoteKeys } from './remote-keys.ts'
import { runningServer } from './running-server.ts'

/** Where the keys are: a database file of this machine, or a server elsewhere with the key of an administrator. */
export type KeysPlace = { readonly database: string } | { readonly url: string; readonly key: string }

/**
 * Uses the keys of a server: over HTTP when one runs on the database, which the file beside it tells, else in the file itself.
 * Throws StartupError when the database is locked by a server that cannot be asked.
 *
 * @example await withKeys({ database: '.benchcast/benchcast.duckdb' }, (keys) => keys.list())
 */
export async function withKeys<T>(place: KeysPlace, use: (keys: KeyCommands) => Promise<T>): Promise<T> {
  if ('url' in place) return use(remoteKeys(place))
  const control = await runningServer(place.database)
  if (control !== undefined) {
    try {
      return await use(remoteKeys(control))
    } catch (error) {
      // Left behind by a server that was killed: the file itself tells whether somebody has it open.
      if (error instanceof BenchcastError && error.code !== 'unauthorized' && error.code !== 'unavailable') throw error
    }
  }
  return inFile(place.database, use)
}

async function inFile<T>(path: string, use: (keys: KeyCommands) => Promise<T>): Promise<T> {
  const store = await openStore({ path, dailyBackups: false }).catch((error: unknown) => {
    if (!(error instanceof StartupError) || error.exitCode !== 73) throw error
    throw new StartupError(
      'locked',
      `${error.message} Its server does not take commands from here: run this as the user that runs it, or give --url and a key of an administrator in BENCHCAST_API_KEY.`,
      error,
    )
  })
  try {
    return await use(keyCommands(await KeyBook.open({ store, now: monotonicClock(), newId }), COMMAND_LINE))
  } finally {
    await store.close()
  }
}

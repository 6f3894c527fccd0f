import { constants, copyFileSync, renameSync, rmSync } from 'node:fs'
import { bytesOf, fileTime, walCopiesOf, walOf } from './files.ts'

/** A copy of the log made before an open; whether it is worth keeping shows only then. */
export interface WalCopy {
  readonly keep: () => void
  readonly discard: () => void
}

/** Copies the log, if there is one. The file must not be open in this process. */
export function copyWal(database: string): WalCopy {
  const wal = walOf(database)
  if (bytesOf(wal) === 0) return { keep: () => {}, discard: () => {} }
  const fresh = `${wal}.before-open.new`
  copyFileSync(wal, fresh, constants.COPYFILE_FICLONE)
  return { keep: () => rotate(fresh, walCopiesOf(database)), discard: () => rmSync(fresh, { force: true }) }
}

function rotate(fresh: string, copies: readonly string[]): void {
  for (let place = copies.length - 1; place > 0; place -= 1) {
    if (bytesOf(copies[place - 1]!) > 0) renameSync(copies[place - 1]!, copies[place]!)
  }
  renameSync(fresh, copies[0]!)
}

/** Moves a log that cannot be replayed out of the way and tells where it is. */
export function moveWalAside(database: string, now: Date): string {
  const aside = `${walOf(database)}.corrupt-${fileTime(now)}`
  renameSync(walOf(database), aside)
  return aside
}

/** Puts a log back that was moved aside for nothing. */
export const moveWalBack = (database: string, aside: string): void => renameSync(aside, walOf(database))

import { rmSync } from 'node:fs'
import type { StoreOptions } from '../options.ts'
import { newestGoodBackup } from './backups.ts'
import { type Connected, connect } from './connected.ts'
import { failureOf, isWalDamage, openFailure } from './failures.ts'
import { backupFolderOf } from './files.ts'
import { copyWal, moveWalAside, moveWalBack } from './wal-copies.ts'

type Connector = () => Promise<Connected>

/**
 * Connects to a file for the first time in this process: the log is copied aside before, and what goes wrong becomes a
 * StartupError that names the file, the check that failed and the remedy. Adds to `warnings` what a person should know.
 */
export async function connectCarefully(options: StoreOptions, failed: (error: unknown) => unknown, warnings: string[], ready?: () => Promise<void>): Promise<Connected> {
  const { path } = options
  const open: Connector = () => connect(path, backupFolderOf(path), failed, ready)
  const copy = copyWal(path)
  try {
    const connected = await open().catch((error) => (options.acceptWalLoss && isWalDamage(error) ? withoutWal(options, open, warnings) : Promise.reject(error)))
    copy.keep()
    return connected
  } catch (error) {
    const damaged = failureOf(error) === 'damaged'
    // A second start beside a running server must not push out the copies that the first one may need.
    if (damaged) copy.keep()
    else copy.discard()
    throw openFailure(error, path, damaged ? await newestGoodBackup(path) : undefined)
  }
}

async function withoutWal({ path, now }: StoreOptions, open: Connector, warnings: string[]): Promise<Connected> {
  const aside = moveWalAside(path, now())
  try {
    const connected = await open()
    warnings.push(`The log of ${path} could not be replayed and was moved to ${aside}: what was only in it is lost.`)
    return connected
  } catch (error) {
    rmSync(`${path}.wal`, { force: true })
    moveWalBack(path, aside)
    throw error
  }
}

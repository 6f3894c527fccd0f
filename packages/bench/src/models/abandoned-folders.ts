import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Nobody keeps a folder this long without writing to it. Another container may share the folder of temporary files, and its processes cannot be seen from here. */
const ABANDONED_AFTER_MS = 24 * 3600 * 1000

/** A new folder among the system's temporary ones, named after this process; those that processes which were killed have left behind are removed. */
export async function ownFolder(prefix: string): Promise<string> {
  await removeAbandoned(tmpdir(), prefix)
  return mkdtemp(join(tmpdir(), `${prefix}-${process.pid}-`))
}

/** Removes folders named `prefix-<process>-...` whose process is gone, and that nobody has written to for a day. */
export async function removeAbandoned(folder: string, prefix: string, now: number = Date.now()): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(`${prefix}-`) ? Number(/^(\d+)-/.exec(name.slice(prefix.length + 1))?.[1]) : Number.NaN
    if (Number.isNaN(pid) || isAlive(pid)) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    // What belongs to somebody else stays.
    if (found !== undefined && now - found.mtimeMs > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

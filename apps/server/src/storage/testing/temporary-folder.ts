import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const made: string[] = []

/** A folder for a test; `removeTemporaryFolders` in `afterAll` takes them all away. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'benchcast-storage-'))
  made.push(folder)
  return folder
}

export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}

import { createWriteStream } from 'node:fs'
import { mkdtemp, open, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FileFormat } from '../columns/source.ts'

/** Standard input as a file, whose ending its first bytes tell. Remove its folder afterwards. */
export async function stdinFile(format: FileFormat | undefined): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'benchcast-stdin-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const raw = join(folder, 'stdin')
  await pipeline(process.stdin, createWriteStream(raw))
  const path = `${raw}.${format ?? (await formatByContent(raw))}`
  await rename(raw, path)
  return { path, remove }
}

async function formatByContent(path: string): Promise<FileFormat> {
  const file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
  await file.close()
  const start = buffer.toString('utf8', 0, bytesRead).trimStart()
  if (start.startsWith('PAR1')) return 'parquet'
  return /^[[{]/.test(start) ? 'json' : 'csv'
}

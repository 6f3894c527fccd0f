import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportFormat } from '@benchcast/core/api'
import type { ExportRequest, RecordName, Store } from '../storage/store.ts'
import { exportText } from './export-answer.ts'

/** Where an exported file goes: the folder of results, the part of the product it is of, its name. */
export interface FilePlace {
  readonly folder: string
  readonly part: string
  readonly filename: string
  readonly signal: AbortSignal
}

/** Writes a file into the export folder, which is made when needed; one of that name is replaced once the new one is whole. Gives its path from the results folder. */
export async function writeWhole({ folder, part, filename, signal }: FilePlace, content: AsyncIterable<string | Uint8Array>): Promise<string> {
  const place = join('exports', part)
  await mkdir(join(folder, place), { recursive: true })
  const path = join(folder, place, filename)
  const partial = `${path}.${randomUUID()}.part`
  try {
    await pipeline(Readable.from(content), createWriteStream(partial), { signal })
    await rename(partial, path)
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
  return join(place, filename)
}

/** Writes records in the format that the file's ending names, however many there are. */
export async function writeRows(place: FilePlace, store: Store, { name, request }: { readonly name: RecordName; readonly request: ExportRequest }): Promise<string> {
  const format = place.filename.slice(place.filename.lastIndexOf('.') + 1) as ExportFormat
  if (format !== 'parquet') return writeWhole(place, exportText(store, { name, format, request }))
  const made = await store.exportParquet(name, request)
  try {
    return await writeWhole(place, createReadStream(made))
  } finally {
    await rm(made, { force: true })
  }
}

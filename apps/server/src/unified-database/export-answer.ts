import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { EXPORT_FORMATS, type ExportFormat } from '@benchcast/core/api'
import { csvCell } from '@benchcast/core/report'
import { Answer } from '../http/answer.ts'
import type { Call } from '../routes/call.ts'
import type { ExportRequest, RecordName, Store } from '../storage/store.ts'

/** Of a megabyte or two each, for a reader that is slower than the database. */
const PIECES_WAITING = 2

interface Export {
  readonly name: RecordName
  /** What the file is called, without its ending. */
  readonly file: string
  readonly format: ExportFormat
  readonly request: ExportRequest
}

/** The answer of an export: a download that is made while it is read. */
export async function exportAnswer({ services, reply }: Pick<Call, 'services' | 'reply'>, { name, file, format, request }: Export): Promise<Answer> {
  reply.header('content-disposition', `attachment; filename="${file}.${format}"`)
  const body = format === 'parquet' ? await parquetStream(services.store, name, request) : Readable.from(exportText(services.store, { name, format, request }), { highWaterMark: PIECES_WAITING })
  return new Answer(body, EXPORT_FORMATS[format])
}

/** The text of an export as UTF-8, some thousand rows at a time. */
export async function* exportText(
  store: Store,
  { name, format, request }: { readonly name: RecordName; readonly format: Exclude<ExportFormat, 'parquet'>; readonly request: ExportRequest },
): AsyncGenerator<Uint8Array> {
  if (format === 'csv') yield Buffer.from(`${request.columns.map((column) => csvCell(column.name)).join(',')}\r\n`)
  const pieces = store.exportLines(name, request, format === 'csv' ? 'csv' : 'ndjson')
  if (format === 'json') yield* asList(pieces)
  else yield* pieces
}

/** Lines of JSON as one list. */
async function* asList(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let before = '['
  for await (const piece of pieces) {
    // A JSON text has no line ends of its own.
    yield Buffer.from(
      before +
        Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength - 1)
          .toString()
          .replaceAll('\n', ',\n'),
    )
    before = ',\n'
  }
  yield Buffer.from(before === '[' ? '[]' : ']')
}

/** The file while it is read; it is removed once it was sent, or nobody wants it any more. */
async function parquetStream(store: Store, name: RecordName, request: ExportRequest): Promise<Readable> {
  const path = await store.exportParquet(name, request)
  const stream = createReadStream(path)
  stream.once('close', () => void rm(path, { force: true }))
  return stream
}

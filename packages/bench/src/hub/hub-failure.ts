import type { ErrorCode } from '@benchcast/core/errors'
import { HUB_LIBRARY } from './hub-library.ts'
import { type FetchTrouble, fileOf } from './watched-fetch.ts'

/** What was asked of the hub. */
interface Asked {
  readonly id: string
  readonly revision?: string | undefined
  readonly graph?: string | undefined
  readonly format: string
}

interface Failure {
  readonly code: ErrorCode
  readonly message: string
}

/** Statuses by which the hub says that somebody may not have something, or that it is not there; it does not tell these apart. */
const NOT_THERE = new Set([401, 403, 404])

/** Why a model of the hub could not be fetched, as a sentence for a person: from what the network did, else from what the library said. */
export function hubFailure(asked: Asked, error: NodeJS.ErrnoException, trouble: FetchTrouble | undefined): Failure {
  if (trouble?.kind === 'unreachable') return unreachable(asked, trouble.url, `cannot be reached (${trouble.reason})`)
  if (trouble?.kind === 'too_large') return { code: 'invalid_model', message: `${asked.id} is ${trouble.reason} large, which is not taken: choose a smaller model.` }
  if (trouble?.kind === 'status') return NOT_THERE.has(trouble.status) ? notThere(asked, trouble.url) : unreachable(asked, trouble.url, `answered with ${trouble.status}`)
  return ofSystem(asked, error)
}

const unreachable = ({ id }: Asked, url: URL, what: string): Failure => ({
  code: 'hub_unreachable',
  message: `${fileOf(url)} of ${id} is not in the cache of ${HUB_LIBRARY}, and ${url.host} ${what}: try again later, or download the model elsewhere and give its folder.`,
})

function notThere({ id, revision, graph = 'model', format }: Asked, { host, pathname }: URL): Failure {
  const where = `${id}${revision === undefined ? '' : ` at revision ${revision}`}`
  const message = pathname.endsWith('/config.json')
    ? `${host} shows no model ${where}: check its name, and for a private or gated one set HF_TOKEN where benchcast is started.`
    : `${where} has no ONNX file of the graph '${graph}' in the format ${format} at ${host}: ask for another precision, name another graph (hub:${id}#decoder_model_merged), or choose a model that was exported to ONNX.`
  return { code: 'invalid_model', message }
}

/** Failures of the disk, by the system's codes. */
const DISK_CODES: Readonly<Record<string, ErrorCode>> = { ENOSPC: 'storage_full', EDQUOT: 'storage_full' }

const ofSystem = ({ id }: Asked, { code, message }: NodeJS.ErrnoException): Failure => ({
  code: DISK_CODES[code ?? ''] ?? 'invalid_model',
  message: `${id} could not be fetched by ${HUB_LIBRARY}: ${message.slice(0, 500)}.`,
})

import { open, readFile } from 'node:fs/promises'
import { RUN_COLUMNS, RunBenchmarkRequest, type RunDocument } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { readJson } from '@benchcast/core/json'

/** What a JSON file that is no table holds: a request as the API takes it, or the document of a run. */
export type JsonObject = { readonly request: RunBenchmarkRequest } | { readonly document: RunDocument }

/** Undefined for files that hold rows. Throws `validation_failed` for an object that is neither request nor run. */
export async function readJsonObject(path: string): Promise<JsonObject | undefined> {
  if (!/\.json$/i.test(path) || !(await startsAsObject(path))) return undefined
  const value = parsed(await readFile(path))
  // Rows, one object a line.
  if (value === undefined) return undefined
  if ('run_id' in value && 'comparison_results' in value) return { document: value as unknown as RunDocument }
  if (!('model_predictions' in value)) return undefined
  const checked = RunBenchmarkRequest.safeParse(value)
  if (checked.success) return { request: checked.data }
  const [issue] = checked.error.issues
  throw new BenchcastError('validation_failed', `${path}: ${issue!.path.join('.')} ${issue!.message}.`)
}

async function startsAsObject(path: string): Promise<boolean> {
  const file = await open(path)
  const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0)
  await file.close()
  return buffer.toString('utf8', 0, bytesRead).trimStart().startsWith('{')
}

function parsed(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    return readJson(bytes, { columns: RUN_COLUMNS, maxDepth: 64 }) as Record<string, unknown>
  } catch (error) {
    if (error instanceof BenchcastError && error.code === 'malformed_json') return undefined
    throw error
  }
}

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { PAGE_HEADERS } from '@benchcast/bench'
import type { FastifyReply } from 'fastify'
import type { WrittenScript } from '../generator/generate-script.ts'
import { weightsFileOf } from '../generator/write-model.ts'
import { notFound } from '../http/known-paths.ts'
import { GENERATOR_TASKS } from '../runs/generator.ts'
import type { Services } from '../services.ts'

/**
 * The page that a generator task has written, and the model beside it, below `/measure/generated/<task>/`: there it may load the runtime and the model and record its result without any
 * setting. Throws `not_found` for anything else.
 */
export async function generatedPage({ runs }: Pick<Services, 'runs'>, { task_id, '*': file }: { readonly task_id: string; readonly '*': string }, reply: FastifyReply): Promise<FastifyReply> {
  const written = (await runs.find(GENERATOR_TASKS, task_id))?.state.record?.results as WrittenScript | null | undefined
  if (written == null || !written.output_file.endsWith('.html')) throw notFound()
  if (file === '') return reply.headers(headersFor(written.content)).type('text/html; charset=utf-8').send(written.content)
  const path = await modelFile(written, file)
  const { size } = await stat(path)
  return reply.headers({ ...PAGE_HEADERS, 'content-type': 'application/octet-stream', 'content-length': size }).send(createReadStream(path))
}

/** Path of the model of a task, or of its weights; nothing else that lies there is given. */
async function modelFile({ output_file, model_file }: WrittenScript, name: string): Promise<string> {
  const model = model_file === null ? undefined : basename(model_file)
  if (model === undefined || ![model, weightsFileOf(model)].includes(name)) throw notFound()
  const folder = await realpath(dirname(output_file))
  const path = await realpath(join(folder, name)).catch(() => undefined)
  if (path !== join(folder, name)) throw notFound()
  return path
}

const INLINE = /<(script|style)[^>]*>([\s\S]*?)<\/\1>/g

/** The page's own script and style may run, by their hashes, and nothing else that is written in it. */
function headersFor(html: string): Readonly<Record<string, string>> {
  const hashes = [...html.matchAll(INLINE)].map(([, , text]) => `'sha256-${createHash('sha256').update(text!).digest('base64')}'`).join(' ')
  const policy = PAGE_HEADERS['content-security-policy']
    .replace("script-src 'self'", `script-src 'self' ${hashes}`)
    .replace("style-src 'self'", `style-src 'self' ${hashes}`)
    .replace("worker-src 'self'", "worker-src 'self' blob:")
  return { ...PAGE_HEADERS, 'content-security-policy': policy, 'cache-control': 'no-store' }
}

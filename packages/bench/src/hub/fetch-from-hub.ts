import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { BenchcastError } from '@benchcast/core/errors'
import type { RunnablePrecision } from '@benchcast/core/graph/onnx'
import { USUAL_FILE_LIMITS } from '../models/staged-model.ts'
import { endWithParent } from '../runner/end-with-parent.ts'
import { makeRunFolder } from '../runner/run-in-child.ts'
import { findHubLibrary } from './hub-library.ts'
import { hubModelOf, isHubModel } from './hub-model.ts'
import type { FetchJob, FetchMessage, FetchProgress } from './hub-protocol.ts'

export interface FetchOptions {
  /** Which of the model's files; single precision when absent. */
  readonly precision?: RunnablePrecision
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: FetchProgress) => void
  /** Where Benchcast was started. */
  readonly startedIn?: string
}

/** Number formats by the names that the library has for them; its eight-bit files are of dynamic quantisation, as ours are. */
const FORMATS: Readonly<Record<RunnablePrecision, string>> = { fp32: 'fp32', fp16: 'fp16', int8: 'q8', int4: 'q4' }

/** Settings of the network and of the hub: what the process that fetches sees of this one's. */
const PASSED_ON = ['PATH', 'HOME', 'HF_TOKEN', 'HF_ACCESS_TOKEN', 'HF_ENDPOINT', 'HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'NODE_USE_ENV_PROXY', 'NODE_EXTRA_CA_CERTS', 'NODE_USE_SYSTEM_CA']

/**
 * Path of the ONNX file of a model of the Hugging Face hub, with what belongs to it beside it: downloaded by `@huggingface/transformers` into the library's own cache, or found there
 * without asking the network. It is loaded in a process of its own, which runs nothing of the model: treat the file as any that a user brings.
 *
 * Throws `hub_library_missing`, `hub_unreachable`, `invalid_model` when there is no such model or file, `storage_full`, or the signal's reason when it is aborted.
 *
 * @example
 * const path = await fetchFromHub('hub:Xenova/bert-base-uncased', { precision: 'int8' }) // '…/.cache/Xenova/bert-base-uncased/onnx/model_quantized.onnx'
 * await benchmarkFile({ path, size: { batch: 1, sequence: 128 }, providers: ['cpu'], method: PROFILES.quick }, { files })
 */
export async function fetchFromHub(name: string, { precision = 'fp32', signal, onProgress, startedIn }: FetchOptions = {}): Promise<string> {
  const job: FetchJob = { library: findHubLibrary(startedIn), model: hubModelOf(name), format: FORMATS[precision], mostBytes: USUAL_FILE_LIMITS.totalBytes }
  signal?.throwIfAborted()
  const folder = await makeRunFolder()
  const child = startChild(folder)
  const endWatch = child.pid === undefined ? () => undefined : endWithParent(child.pid, folder)
  const stop = () => void child.kill('SIGKILL')
  signal?.addEventListener('abort', stop, { once: true })
  // It may have been aborted while the folder was made.
  if (signal?.aborted) stop()
  try {
    return await answerOf(child, job, signal, onProgress)
  } finally {
    signal?.removeEventListener('abort', stop)
    stop()
    endWatch()
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * A question about a file on disk: of a model of the hub the file in the number format that was asked for, which it then has. Any other question stays as it is. Throws what
 * {@link fetchFromHub} throws.
 *
 * @example await questionOnDisk({ path: 'hub:Xenova/bert-base-uncased', precision: 'int8', size: { batch: 1 } }) // { path: '…/onnx/model_quantized.onnx', size: { batch: 1 } }
 */
export async function questionOnDisk<Question extends { readonly path: string; readonly precision?: RunnablePrecision }>(
  question: Question,
  options: Omit<FetchOptions, 'precision'> = {},
): Promise<Question> {
  if (!isHubModel(question.path)) return question
  const { precision, ...rest } = question
  return { ...rest, path: await fetchFromHub(question.path, { ...options, ...(precision && { precision }) }) } as Question
}

function startChild(folder: string): ChildProcess {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED_ON.includes(name.toUpperCase())))
  const child = fileURLToPath(new URL('./fetch-child.ts', import.meta.url))
  return spawn(process.execPath, ['--no-warnings', child], { cwd: folder, env, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
}

function answerOf(child: ChildProcess, job: FetchJob, signal: AbortSignal | undefined, onProgress: FetchOptions['onProgress']): Promise<string> {
  return new Promise((resolve, reject) => {
    const ended = (why: string) => reject(signal?.aborted ? (signal.reason as Error) : new BenchcastError('run_crashed', `The process that fetches ${job.model.id} ${why}; nothing else was touched.`))
    child.on('error', ({ message }) => ended(`could not be started: ${message}`))
    // An answer sent just before the end may still be on its way.
    child.once('close', (code, by) => ended(`ended ${by === null ? `with exit code ${code}` : `by ${by}`}`))
    child.on('message', (message: FetchMessage) => {
      if (message.kind === 'ready') child.send(job)
      else if (message.kind === 'progress') onProgress?.(message.progress)
      else if (message.kind === 'failed') reject(new BenchcastError(message.code, message.message))
      else resolve(message.path)
    })
  })
}

import { createRequire } from 'node:module'
import { hubFailure } from './hub-failure.ts'
import type { FetchJob, FetchMessage } from './hub-protocol.ts'
import { WatchedFetch } from './watched-fetch.ts'

/**
 * The process that fetches a model of the hub: it loads the user's library, which brings along an ONNX Runtime of its own, has it get the files that it would run, and ends. Nothing of
 * the model is run here: where the library asks for a session it is given an empty one, through the place it has for runtimes of others.
 */
const tell = (message: FetchMessage): void => void process.send!(message)

/** What is used of the library. */
interface Library {
  readonly env: { logLevel?: number; remoteHost: string }
  readonly PreTrainedModel: { from_pretrained(id: string, options: object): Promise<unknown> }
}

/** Where the library looks for a runtime before it takes its own. */
const RUNTIME = Symbol.for('onnxruntime')
/** Log level of the library at which it says nothing. */
const SILENT = 50

async function fetchModel({ library, model: { id, revision, graph }, format, mostBytes }: FetchJob): Promise<FetchMessage> {
  const watched = new WatchedFetch(globalThis.fetch, { mostBytes, onProgress: (progress) => tell({ kind: 'progress', progress }) })
  globalThis.fetch = watched.fetch
  const asked: unknown[] = []
  Object.assign(globalThis, { [RUNTIME]: runtimeThatNotes(asked) })
  try {
    const { env, PreTrainedModel } = createRequire(import.meta.url)(library) as Library
    env.logLevel = SILENT
    if (process.env.HF_ENDPOINT) env.remoteHost = `${process.env.HF_ENDPOINT.replace(/\/+$/, '')}/`
    // No device is named, since a runtime of others has none by the library's list.
    await PreTrainedModel.from_pretrained(id, { dtype: format, device: 'auto', ...(revision && { revision }), ...(graph && { model_file_name: graph }) })
    if (typeof asked[0] === 'string') return { kind: 'fetched', path: asked[0] }
    throw new Error(`${library} has named no file: install another version of it`)
  } catch (error) {
    return { kind: 'failed', ...hubFailure({ id, revision, graph, format }, error as Error, watched.trouble) }
  }
}

/** The parts of an ONNX Runtime that the library touches before anything is run. */
const runtimeThatNotes = (asked: unknown[]) => ({
  env: {},
  Tensor: class {},
  InferenceSession: {
    create: async (model: unknown) => {
      asked.push(model)
      return { inputNames: [], outputNames: [] }
    },
  },
})

process.once('message', async (job: FetchJob) => {
  const message = await fetchModel(job)
  process.send!(message, () => process.exit(0))
})
process.once('disconnect', () => process.exit(1))
tell({ kind: 'ready' })

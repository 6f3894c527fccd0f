import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { isAbsolute, resolve, sep } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'
import { inspectStoredPredictor, type StoredPredictor } from '@benchcast/core/predict'

/** A stored predictor as it was read: text of trees, or base64 of ONNX. */
export interface ModelFile extends Pick<StoredPredictor, 'format' | 'features'> {
  readonly serialized: string
  readonly bytes: number
  /** Share of the loss reduction by feature, where the file says it. */
  readonly importances: Readonly<Record<string, number>>
}

const LARGEST = 64 * 1024 * 1024
const refuse = (detail: string, cause?: unknown): BenchcastError => new BenchcastError('unsafe_model_file', detail, { cause })

/** Reads a model file inside the folder. Throws `unsafe_model_file` for a path elsewhere and for anything that is not data, `invalid_model` for data that is no predictor. */
export async function readModelFile(folder: string, path: string, declared?: readonly string[]): Promise<ModelFile> {
  const content = await readWithin(folder, path)
  const { format, features, importances = {} } = inspectStoredPredictor(content, path, declared)
  return { format, features, serialized: content.toString(format === 'trees' ? 'utf8' : 'base64'), bytes: content.length, importances }
}

/** The bytes of a plain file inside the folder, wherever links lead. */
async function readWithin(folder: string, path: string): Promise<Buffer> {
  const root = await realpath(folder).catch((cause: unknown) => {
    throw refuse(`The models folder ${folder} does not exist: make it, put the file there, or start the server with --models-dir.`, cause)
  })
  const outside = refuse(`serialized_model_path must be a path inside the models folder of the server, '${path}' is not.`)
  if (isAbsolute(path) && !resolve(path).startsWith(root + sep)) throw outside
  const file = await realpath(resolve(root, path)).catch((cause: unknown) => {
    throw refuse(`There is no file '${path}' in the models folder of the server.`, cause)
  })
  if (!file.startsWith(root + sep)) throw outside
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const facts = await handle.stat()
    if (!facts.isFile()) throw refuse(`'${path}' is not a plain file.`)
    if (facts.size > LARGEST) throw refuse(`'${path}' has ${facts.size} bytes, ${LARGEST} are the most.`)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'

/** How an entry `location` of `TensorProto.external_data` begins: key of 8 bytes, then the value with its length (onnx.proto, StringStringEntryProto). */
const LOCATION = Buffer.from('\x0a\x08location\x12', 'latin1')
const MOST_FILES = 1000

/**
 * Names of the files beside a model that hold its weights. A browser cannot look for them itself: it is told.
 *
 * Throws `unsafe_model_file` when one is not a file of the model's own folder.
 */
export async function externalFiles(modelPath: string): Promise<readonly string[]> {
  const names = locationsIn(await readFile(modelPath))
  for (const name of names) {
    const isFile = await stat(join(dirname(modelPath), name)).then(
      (found) => found.isFile(),
      () => false,
    )
    if (name !== basename(name) || name.startsWith('.') || !isFile)
      throw new BenchcastError('unsafe_model_file', `The model keeps weights in '${name}', which is no file beside it: put all its files into one folder.`)
  }
  return names
}

function locationsIn(model: Buffer): readonly string[] {
  const names = new Set<string>()
  for (let at = model.indexOf(LOCATION); at !== -1 && names.size < MOST_FILES; at = model.indexOf(LOCATION, at + 1)) {
    const start = at + LOCATION.length + 1
    const length = model[start - 1]!
    if (length < 128) names.add(model.toString('utf8', start, start + length))
  }
  return [...names]
}

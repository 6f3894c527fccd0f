import { realpath } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'
import { shownValue } from '@benchcast/core/graph'

const MOST_PARTS = 8
const LONGEST_PART = 255

/** Whether a location is a plain relative name: no way up, no root, no drive, and no star, with which the runtime marks addresses in memory. */
function isPlain(location: string): boolean {
  const parts = location.split('/')
  return parts.length <= MOST_PARTS && parts.every((part) => part.length > 0 && part.length <= LONGEST_PART && part !== '.' && part !== '..' && !/[\\:*\0]/.test(part))
}

/**
 * Where the data of a model really lies that is at `location` beside it. `modelPath` is the path as the caller gave it.
 *
 * Throws `unsafe_model_file` when the location is no plain name or leads, through a symbolic link too, out of the model's own folder; `invalid_model` when nothing is there.
 *
 * @example
 * await externalFile('/models/bert/model.onnx', 'model.onnx_data') // '/models/bert/model.onnx_data'
 */
export async function externalFile(modelPath: string, location: string): Promise<string> {
  if (!isPlain(location))
    throw new BenchcastError('unsafe_model_file', `The model keeps data at ${shownValue(location)}: only plain names of files beside the model are taken. Export it again with its data beside it.`)
  const folder = await realpath(dirname(modelPath))
  const found = await realpath(join(folder, location)).catch(() => undefined)
  if (found === undefined) throw new BenchcastError('invalid_model', `The model keeps data in ${shownValue(location)} beside it, and there is no such file: put it there.`)
  if (!found.startsWith(ownFolder(folder) + sep))
    throw new BenchcastError('unsafe_model_file', `${shownValue(location)}, where the model keeps data, is a link that leads out of its folder: put the file itself there.`)
  return found
}

/** In the cache of the Hugging Face hub a model's files are links to `blobs`, two levels above: there the model's own folder is the one that holds both. */
function ownFolder(folder: string): string {
  return /^(.*[\\/]models--[^\\/]+)[\\/]snapshots[\\/][^\\/]+(?:[\\/]onnx)?$/.exec(folder)?.[1] ?? folder
}

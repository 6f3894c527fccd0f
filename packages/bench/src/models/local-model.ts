import { readFile, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'
import { type ResolvedModel, resolveModel } from '@benchcast/core/models'

/** A model of the user's: a file with its own weights, or a configuration whose graph gets random ones. */
export type LocalModel = { readonly kind: 'file'; readonly name: string; readonly path: string } | { readonly kind: 'graph'; readonly name: string; readonly model: ResolvedModel }

/** Where a Hugging Face folder keeps its ONNX file, best first. */
const FILES = ['model.onnx', 'onnx/model.onnx']
const MOST_CONFIG_BYTES = 2 ** 20

/**
 * What there is at a path: an `.onnx` file, or a Hugging Face folder. Of a folder its ONNX file is taken, with its real weights; without one the model that its `config.json`
 * describes.
 *
 * Throws `invalid_model` when there is neither.
 *
 * @example
 * await localModel('bert-tiny/') // { kind: 'file', name: 'bert-tiny', path: 'bert-tiny/onnx/model.onnx' }
 */
export async function localModel(path: string): Promise<LocalModel> {
  const found = await stat(path).catch(() => undefined)
  if (found === undefined) throw new BenchcastError('invalid_model', `There is nothing at ${shown(path)}: give the path of an .onnx file or of a Hugging Face folder.`)
  const name = basename(await realpath(path))
  if (!found.isDirectory()) return { kind: 'file', name, path }
  for (const file of FILES.map((inside) => join(path, inside))) {
    if (
      await stat(file).then(
        (facts) => facts.isFile(),
        () => false,
      )
    )
      return { kind: 'file', name, path: file }
  }
  return { kind: 'graph', name, model: await modelOfConfig(path, name) }
}

async function modelOfConfig(folder: string, name: string): Promise<ResolvedModel> {
  const model = resolveModel({ modelName: name, modelConfig: await readModelConfig(join(folder, 'config.json'), folder) })
  if (model.graph === undefined) throw new BenchcastError('invalid_model', `The layers of the model that ${shown(folder)} describes are not known: export it as ONNX and give the .onnx file.`)
  return model
}

async function readModelConfig(path: string, folder: string): Promise<Readonly<Record<string, unknown>>> {
  const facts = await stat(path).catch(() => undefined)
  if (facts === undefined || !facts.isFile())
    throw new BenchcastError('invalid_model', `${shown(folder)} holds neither ${FILES.join(' nor ')} nor config.json: give an .onnx file or a Hugging Face folder.`)
  if (facts.size > MOST_CONFIG_BYTES) throw new BenchcastError('invalid_model', `config.json in ${shown(folder)} is larger than a mebibyte: no configuration of a model is.`)
  try {
    const config: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (typeof config === 'object' && config !== null && !Array.isArray(config)) return config as Record<string, unknown>
  } catch {
    // Said below.
  }
  throw new BenchcastError('invalid_model', `config.json in ${shown(folder)} is no JSON object: download it again.`)
}

const shown = (path: string): string => JSON.stringify(path.slice(0, 200))

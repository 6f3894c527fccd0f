import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { findHubLibrary, hubModelOf, isHubModel } from '@benchcast/bench'
import { BenchcastError } from '@benchcast/core/errors'

/** How a name begins that stands for a model in the folder of models. */
const USER_MODEL = 'file:'

/** Files that are read of a Hugging Face folder. */
const FOLDER_FILES = ['model.onnx', 'onnx/model.onnx', 'config.json']

/** Whether a name stands for a model that the caller brings: of the folder of models, or of the Hugging Face hub. */
export const isUserModel = (modelName: string): boolean => modelName.startsWith(USER_MODEL) || isHubModel(modelName)

/**
 * The real path of a model of the user's: `file:` and a path inside the folder of models. A model of the hub keeps its name, since it is fetched when its turn comes. Throws
 * `unsafe_path` for a path that leads out of the folder, by `..` or by a link, `invalid_model` when nothing is there or the name is none of a hub, and `hub_library_missing`.
 *
 * @example await userModelPath('.benchcast/models', 'file:resnet/model.onnx') // '/srv/.benchcast/models/resnet/model.onnx'
 */
export async function userModelPath(folder: string, modelName: string): Promise<string> {
  if (isHubModel(modelName)) return checkedHubModel(modelName)
  const name = modelName.slice(USER_MODEL.length)
  const parts = name.split('/')
  if (parts.some((part) => part === '' || part === '.' || part === '..') || /[\\\0:]/.test(name)) throw unsafe(modelName)
  const root = await realpath(folder).catch(() => undefined)
  const path = root && (await realpath(join(root, ...parts)).catch(() => undefined))
  if (root === undefined || path === undefined) throw new BenchcastError('invalid_model', `There is no ${shown(modelName)}: put the model into the folder of models (--models-dir).`)
  const read = await Promise.all(FOLDER_FILES.map((file) => realpath(join(path, file)).catch(() => path)))
  if ([path, ...read].some((real) => !real.startsWith(root + sep))) throw unsafe(modelName)
  return path
}

function checkedHubModel(modelName: string): string {
  hubModelOf(modelName)
  findHubLibrary()
  return modelName
}

/** A failure that names a model by its place in the folder: where that is on this machine is nobody's business. */
export async function withoutFolder(error: unknown, folder: string): Promise<unknown> {
  if (!(error instanceof BenchcastError)) return error
  const root = await realpath(folder).catch(() => folder)
  return new BenchcastError(error.code, error.message.replaceAll(root + sep, USER_MODEL))
}

const unsafe = (modelName: string) =>
  new BenchcastError('unsafe_path', `${shown(modelName)} leads out of the folder of models: give a path inside it, such as ${USER_MODEL}resnet/model.onnx, without '..' and links to elsewhere.`)

const shown = (text: string): string => JSON.stringify(text.slice(0, 200))

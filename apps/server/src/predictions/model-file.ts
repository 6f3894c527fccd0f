import { constants } from 'node:fs'
import { open, realpath } from 'node:fs/promises'
import { extname, isAbsolute, resolve, sep } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'

/** A stored predictor as it was read: text of trees, or base64 of ONNX. */
export interface ModelFile {
  readonly format: 'onnx' | 'trees'
  readonly serialized: string
  readonly bytes: number
  /** Importances that the file states, by feature. */
  readonly importances: Readonly<Record<string, number>>
}

const LARGEST = 64 * 1024 * 1024
const refuse = (detail: string, cause?: unknown): BenchcastError => new BenchcastError('unsafe_model_file', detail, { cause })

/** Formats that are programs, or need one to be read: what they begin with, and their usual names. */
const PROGRAMS: readonly { readonly what: string; readonly extensions: readonly string[]; readonly magic: readonly (readonly number[])[] }[] = [
  {
    what: 'a pickle (also what joblib, dill and scikit-learn write)',
    extensions: ['.pkl', '.pickle', '.joblib', '.dill', '.sav'],
    magic: [
      [0x80, 2],
      [0x80, 3],
      [0x80, 4],
      [0x80, 5],
    ],
  },
  {
    what: 'a compressed joblib file',
    extensions: ['.z', '.gz', '.xz', '.bz2', '.lzma', '.lz4'],
    magic: [
      [0x78, 0x01],
      [0x78, 0x9c],
      [0x78, 0xda],
      [0x1f, 0x8b],
      [0x42, 0x5a, 0x68],
      [0xfd, 0x37, 0x7a],
    ],
  },
  {
    what: 'a PyTorch, Keras or NumPy archive',
    extensions: ['.pt', '.pth', '.bin', '.keras', '.npz', '.npy', '.zip', '.mar'],
    magic: [
      [0x50, 0x4b, 3, 4],
      [0x93, 0x4e, 0x55, 0x4d],
    ],
  },
  { what: 'an HDF5 file', extensions: ['.h5', '.hdf5'], magic: [[0x89, 0x48, 0x44, 0x46]] },
]
const WHY = 'Reading it can run any program that is hidden in it. Send ONNX (skl2onnx, torch.onnx.export, onnxmltools) or serialised trees as JSON.'

/** Reads a model file inside the folder. Throws `unsafe_model_file` for anything that is not data, or that lies elsewhere. */
export async function readModelFile(folder: string, path: string): Promise<ModelFile> {
  const program = PROGRAMS.find(({ extensions }) => extensions.includes(extname(path).toLowerCase()))
  if (program) throw refuse(`${path} is named like ${program.what}, which is not stored. ${WHY}`)
  const content = await readWithin(folder, path)
  const disguised = PROGRAMS.find(({ magic }) => magic.some((start) => start.every((byte, index) => content[index] === byte)))
  if (disguised) throw refuse(`${path} begins like ${disguised.what}, which is not stored. ${WHY}`)
  return content[0] === 0x7b ? treesOf(path, content) : onnxOf(path, content)
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

/** Our own trees: an object with `trees` or `ensemble`, and maybe `feature_importance`. */
function treesOf(path: string, content: Buffer): ModelFile {
  const text = content.toString('utf8')
  let model: unknown
  try {
    model = JSON.parse(text)
  } catch (cause) {
    throw refuse(`${path} begins like JSON but is not: ${(cause as Error).message}.`, cause)
  }
  const { trees, ensemble, feature_importance } = model as Readonly<Record<string, unknown>>
  if (!Array.isArray(trees) && typeof ensemble !== 'object') throw refuse(`${path} is JSON without 'trees': serialised trees have an array 'trees' (or an object 'ensemble').`)
  return { format: 'trees', serialized: text, bytes: content.length, importances: numbersIn(feature_importance) }
}

function numbersIn(value: unknown): Readonly<Record<string, number>> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter((pair): pair is [string, number] => typeof pair[1] === 'number' && Number.isFinite(pair[1])))
}

/** An ONNX model is a protobuf message; its fields 1 (version), 2 and 3 (producer), 7 (graph) and 8 (operator sets) come first. */
function onnxOf(path: string, content: Buffer): ModelFile {
  const fields = topFields(content)
  if (fields === undefined || !fields.has(7) || !fields.has(8)) throw refuse(`${path} is neither ONNX nor serialised trees. ${WHY}`)
  return { format: 'onnx', serialized: content.toString('base64'), bytes: content.length, importances: {} }
}

/** Numbers of the top-level fields of a protobuf message; undefined when it is none. */
function topFields(bytes: Buffer): ReadonlySet<number> | undefined {
  const fields = new Set<number>()
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let shift = 0; shift < 53; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined) return Number.NaN
      value += (byte & 0x7f) * 2 ** shift
      if (byte < 0x80) return value
    }
    return Number.NaN
  }
  const SKIP: Readonly<Record<number, () => number>> = { 0: () => varint() * 0, 1: () => 8, 2: () => varint(), 5: () => 4 }
  while (at < bytes.length) {
    const key = varint()
    const length = SKIP[key % 8]?.()
    if (length === undefined || !Number.isFinite(length)) return undefined
    fields.add(Math.floor(key / 8))
    at += length
  }
  return at === bytes.length ? fields : undefined
}

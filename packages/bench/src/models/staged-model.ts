import { constants } from 'node:fs'
import { copyFile, link, lstat, mkdir, open, realpath, rm, statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'
import type { OnnxHeader } from '@benchcast/core/graph/onnx'
import { type ChildOptions, inspectInChild, makeRunFolder } from '../runner/run-in-child.ts'
import { checkOperators } from './allowed-operators.ts'
import { externalFile } from './external-files.ts'
import { checkIsNotOther, FIRST_BYTES } from './not-onnx.ts'

/** How much of a user's files is taken. */
export interface FileLimits {
  /** Of the model itself. ONNX allows 2 GiB. */
  readonly modelBytes: number
  /** Of the model and the files beside it. */
  readonly totalBytes: number
}

export const USUAL_FILE_LIMITS: FileLimits = { modelBytes: 2 ** 31, totalBytes: 64 * 2 ** 30 }

/** A user's model in a folder that holds it and its data, and nothing else. */
export interface StagedModel {
  readonly folder: string
  readonly modelPath: string
  readonly header: OnnxHeader
  /** Of the model and the files beside it. */
  readonly bytes: number
}

export interface StageOptions extends Pick<ChildOptions, 'signal'> {
  readonly fileLimits?: Partial<FileLimits>
}

/** For reading what a file says of itself; far more than any model needs. */
const INSPECTION = { timeoutSeconds: 20, memoryBytes: 2 ** 30 }
const MODEL_NAME = 'model.onnx'
/** What is left free on the disk, for others. */
const SPARE_BYTES = 200 * 2 ** 20

/**
 * Puts a user's model into a private empty folder (by hard link, or a copy where that cannot be), checks what it says of itself, adds the files beside it that it names, and hands
 * it to `use`; the folder is gone afterwards. What was checked is what is run: the checks look at the file in the folder.
 *
 * Throws `invalid_model` when there is no such file or it is damaged or beyond limits, `unsafe_model_file` when it is no ONNX file, wants files outside its folder or code from
 * elsewhere, and `storage_full`.
 */
export async function withStagedModel<T>(path: string, { fileLimits, signal }: StageOptions, use: (staged: StagedModel) => Promise<T>): Promise<T> {
  const limits = { ...USUAL_FILE_LIMITS, ...fileLimits }
  const original = await existing(path)
  await checkFirstBytes(original)
  const folder = await makeRunFolder()
  try {
    const modelPath = join(folder, MODEL_NAME)
    const modelBytes = await take(original, modelPath, limits.modelBytes, 'The model')
    const header = await inspectInChild(modelPath, { limits: INSPECTION, folder, ...(signal && { signal }) })
    checkOperators(header)
    const bytes = modelBytes + (await takeExternal(path, folder, header, limits.totalBytes - modelBytes))
    return await use({ folder, modelPath, header, bytes })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function existing(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    throw new BenchcastError('invalid_model', `There is no file ${JSON.stringify(path.slice(0, 200))} that can be read: check the path.`, { cause: error })
  }
}

async function checkFirstBytes(path: string): Promise<void> {
  await fileBytes(path, 'The model')
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: Error) => {
    throw new BenchcastError('invalid_model', `The model cannot be read: ${error.message}.`)
  })
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(FIRST_BYTES), 0, FIRST_BYTES, 0)
    checkIsNotOther(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

/** Size of a regular file. */
async function fileBytes(path: string, what: string): Promise<number> {
  const facts = await lstat(path).catch((error: Error) => {
    throw new BenchcastError('invalid_model', `${what} cannot be read: ${error.message}.`)
  })
  if (!facts.isFile()) throw new BenchcastError('invalid_model', `${what} is no regular file: give the path of an .onnx file.`)
  return facts.size
}

async function takeExternal(path: string, folder: string, { externalFiles }: OnnxHeader, most: number): Promise<number> {
  let bytes = 0
  for (const location of externalFiles) {
    if (location === MODEL_NAME) throw new BenchcastError('unsafe_model_file', `The model keeps data in a file called ${MODEL_NAME}: export it again with its data in a file of another name.`)
    const target = join(folder, location)
    const original = await externalFile(path, location)
    await mkdir(dirname(target), { recursive: true })
    bytes += await take(original, target, most - bytes, 'What the model keeps beside it')
  }
  return bytes
}

/** Links or copies a file that is not larger than allowed; its size. What lies at the target is looked at, since the original may be changed meanwhile. */
async function take(original: string, target: string, most: number, what: string): Promise<number> {
  checkSize(await fileBytes(original, what), most, what)
  await link(original, target).catch(() => copy(original, target))
  const bytes = await fileBytes(target, what)
  checkSize(bytes, most, what)
  return bytes
}

function checkSize(bytes: number, most: number, what: string): void {
  if (bytes > most) throw new BenchcastError('invalid_model', `${what} is ${gibibytes(bytes)} GiB large and ${gibibytes(most)} GiB are allowed: choose a smaller model, or allow more.`)
}

const gibibytes = (bytes: number): string => (Math.max(0, bytes) / 2 ** 30).toPrecision(2)

/** On another disk, or a file of somebody else's. Copies share their blocks with the original where the file system can. */
async function copy(original: string, target: string): Promise<void> {
  const { bavail, bsize } = await statfs(dirname(target))
  const needed = (await fileBytes(original, 'The model')) + SPARE_BYTES
  if (bavail * bsize < needed)
    throw new BenchcastError('storage_full', `A copy of the model needs ${gibibytes(needed)} GiB in the folder for temporary files and ${gibibytes(bavail * bsize)} are free: make room.`)
  await copyFile(original, target, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE).catch((error: Error) => {
    throw new BenchcastError('invalid_model', `The model cannot be read: ${error.message}.`)
  })
}

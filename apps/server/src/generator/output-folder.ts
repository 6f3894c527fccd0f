import { mkdir, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import { BenchcastError } from '@benchcast/core/errors'

/**
 * The folder to write to, made when it is not there: `asked` below the configured one, wherever links lead. Gives its real path. Throws `unsafe_path` when it lies elsewhere.
 *
 * @example await outputFolder('.benchcast/generated_models', 'nightly') // '/srv/benchcast/.benchcast/generated_models/nightly'
 */
export async function outputFolder(configured: string, asked: string | undefined): Promise<string> {
  await mkdir(configured, { recursive: true })
  const root = await realpath(configured)
  const wanted = resolve(root, asked ?? '.')
  const refusal = new BenchcastError('unsafe_path', `output_dir must be a folder inside the output folder of the server (--output-dir), '${asked}' is not.`)
  // Through links a path may be named from the folder as it was configured, too.
  const path = asked !== undefined && isAbsolute(asked) && isWithin(resolve(configured), wanted) ? resolve(root, relative(resolve(configured), wanted)) : wanted
  if (path.includes('\0') || !isWithin(root, path) || !isWithin(root, await existingPart(path))) throw refusal
  await mkdir(path, { recursive: true }).catch((cause: unknown) => {
    throw new BenchcastError('unsafe_path', `output_dir '${asked}' cannot be made: a part of it is not a folder.`, { cause })
  })
  const real = await realpath(path)
  if (!isWithin(root, real)) throw refusal
  return real
}

const isWithin = (folder: string, path: string): boolean => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

/** The real path of the longest part of a path that is there already: making the rest must not follow a link out of the folder. */
async function existingPart(path: string): Promise<string> {
  return realpath(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || dirname(path) === path) throw new BenchcastError('unsafe_path', `output_dir '${path}' cannot be read: ${error.code}.`, { cause: error })
    return existingPart(dirname(path))
  })
}

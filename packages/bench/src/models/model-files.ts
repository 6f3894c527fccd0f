import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { bytesOf, type Graph } from '@benchcast/core/graph'
import { type ExternalTensor, type OnnxModel, writeOnnx } from '@benchcast/core/graph/onnx'
import { ownFolder } from './abandoned-folders.ts'

/** Smaller models carry their weights themselves. */
const LARGEST_INLINE_BYTES = 16 * 2 ** 20

export interface ModelFilesOptions {
  /** Where files are written; a new folder of the system's temporary one when absent. */
  readonly folder?: string
  /** Weights kept for the next model that has the same; the longest unused go first. */
  readonly mostBytes?: number
}

/**
 * Models on disk, written when first asked for. Weights of at least 16 MiB lie in a file beside the model and are shared by all graphs that have the same ones: other batch
 * sizes cost no second file. Several may write into one folder.
 *
 * @example
 * const files = await ModelFiles.create()
 * const path = await files.write(graph, 7)
 * await files.remove()
 */
export class ModelFiles {
  readonly folder: string
  readonly #mostBytes: number
  /** Bytes of the weights by file, in order of last use. */
  readonly #weights = new Map<string, number>()
  #writing: Promise<unknown> = Promise.resolve()

  private constructor(folder: string, mostBytes: number) {
    this.folder = folder
    this.#mostBytes = mostBytes
  }

  static async create({ folder, mostBytes = 16 * 2 ** 30 }: ModelFilesOptions = {}): Promise<ModelFiles> {
    if (folder !== undefined) await mkdir(folder, { recursive: true })
    const files = new ModelFiles(folder ?? (await ownFolder('benchcast-models')), mostBytes)
    await files.#takeUp()
    return files
  }

  /** Path of the ONNX file of a graph with the weights of a seed. */
  write(graph: Graph, seed: number): Promise<string> {
    const written = this.#writing.then(() => this.#write(graph, seed))
    this.#writing = written.catch(() => undefined)
    return written
  }

  /** Deletes everything. */
  async remove(): Promise<void> {
    await this.#writing
    await rm(this.folder, { recursive: true, force: true })
  }

  /** Weights that others have written into the folder count too. */
  async #takeUp(): Promise<void> {
    for (const name of await readdir(this.folder)) {
      if (!name.endsWith('.weights')) continue
      const path = join(this.folder, name)
      const found = await stat(path).catch(() => undefined)
      if (found) this.#weights.set(path, found.size)
    }
  }

  async #write(graph: Graph, seed: number): Promise<string> {
    const weightsFile = `${digest(describeWeights(graph), seed)}.weights`
    const model = writeOnnx(graph, { seed, ...(weightBytes(graph) > LARGEST_INLINE_BYTES && { externalFile: weightsFile }) })
    if (model.external.length > 0) await this.#writeWeights(join(this.folder, weightsFile), model)
    const path = join(this.folder, `${digest(model.model, seed)}.onnx`)
    await writeWhole(path, async (file) => void (await file.write(model.model)))
    return path
  }

  async #writeWeights(path: string, { external, bytesOf }: OnnxModel): Promise<void> {
    const known = this.#weights.get(path)
    this.#weights.delete(path)
    this.#weights.set(path, known ?? endOf(external))
    if (known === undefined) await this.#makeRoom(path)
    await writeWhole(path, async (file) => {
      for (const { tensor, offset } of external) await file.write(bytesOf(tensor), 0, undefined, offset)
    })
  }

  async #makeRoom(kept: string): Promise<void> {
    let total = [...this.#weights.values()].reduce((sum, bytes) => sum + bytes, 0)
    for (const [path, bytes] of this.#weights) {
      if (total <= this.#mostBytes || path === kept) return
      await rm(path, { force: true })
      this.#weights.delete(path)
      total -= bytes
    }
  }
}

const endOf = (external: readonly ExternalTensor[]): number => external.reduce((end, { offset, byteLength }) => Math.max(end, offset + byteLength), 0)

const learnt = (graph: Graph) => [...graph.tensors.values()].filter(({ role }) => role === 'weight' || role === 'buffer')
const weightBytes = (graph: Graph): number => learnt(graph).reduce((sum, tensor) => sum + bytesOf(tensor), 0)
const describeWeights = (graph: Graph): string => JSON.stringify([graph.name, learnt(graph).map(({ name, type, shape }) => [name, type, shape])])

const digest = (what: string | Uint8Array, seed: number): string => createHash('sha256').update(what).update(String(seed)).digest('hex').slice(0, 24)

/** Writes beside the path and renames, so that nobody ever reads half a file; a file that is there already is kept. */
async function writeWhole(path: string, write: (file: Awaited<ReturnType<typeof open>>) => Promise<void>): Promise<void> {
  if (await stat(path).then(Boolean, () => false)) return
  const partial = `${path}.${randomUUID()}.part`
  const file = await open(partial, 'w')
  try {
    await write(file)
  } finally {
    await file.close()
  }
  await rename(partial, path)
}

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { RunBenchmarkRequest, RunDocument } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import { type FileFormat, stemOf } from '../columns/source.ts'
import { CommandError } from '../exit-codes.ts'
import type { Output } from '../output/output.ts'
import { type GivenFile, readFiles, type TableFlags } from './from-files.ts'
import { readJsonObject } from './json-object.ts'
import { stdinFile } from './stdin-file.ts'

/** What the command line says about a request beside its columns. */
export interface RequestFlags extends TableFlags {
  readonly name?: string
  readonly dataset?: string
  readonly inputFormat?: FileFormat
  readonly metrics?: string
  readonly average?: NonNullable<RunBenchmarkRequest['average']>
  readonly level?: string
  readonly intervals?: NonNullable<Exclude<RunBenchmarkRequest['confidence'], boolean>>['method']
  readonly seed?: string
  readonly metadata?: string
}

/** What there is to look at: predictions to evaluate, or a run that was evaluated. */
export interface Inputs {
  readonly request?: RunBenchmarkRequest
  readonly document?: RunDocument
  /** Where the predictions of a model are, for people. */
  readonly fileOf: ReadonlyMap<string, string>
}

const RUN_ID = /^benchmark-run-/
export const isRunId = (text: string): boolean => RUN_ID.test(text) && !existsSync(text)

/** Reads the files of a command line; `-`, or nothing where something is piped in, is standard input. */
export async function readInputs(given: readonly string[], flags: RequestFlags, output: Output): Promise<Inputs> {
  const files = given.map((argument) => givenFile(argument, flags.inputFormat))
  if (files.length === 0 && process.stdin.isTTY) throw new CommandError('usage', 'There is nothing to evaluate: name files with predictions, or - for standard input.')
  if (files.length > 0 && !files.some(({ path }) => path === '-')) return readNamed(files, flags, output)
  const { path, remove } = await stdinFile(flags.inputFormat)
  const asFile: GivenFile = { path, title: 'standard input', name: 'model' }
  return readNamed(files.length === 0 ? [asFile] : files.map((file) => (file.path === '-' ? { ...asFile, ...(file.name !== undefined && { name: file.name }) } : file)), flags, output).finally(remove)
}

/** NAME=PATH names the model of a file; a file whose name has an = in it is meant as it is. */
function givenFile(argument: string, format: FileFormat | undefined): GivenFile {
  const [, name, path] = (!existsSync(argument) && /^([^=]+)=(.+)$/.exec(argument)) || [undefined, undefined, argument]
  return { path: path!, ...(name !== undefined && { name }), ...(format && { format }) }
}

async function readNamed(files: readonly GivenFile[], flags: RequestFlags, output: Output): Promise<Inputs> {
  const [first] = files as readonly [GivenFile]
  const object = files.length === 1 && existsSync(first.path) ? await readJsonObject(first.path) : undefined
  const title = first.title ?? first.path
  if (object && 'document' in object) return { document: object.document, fileOf: new Map(object.document.models.map((model) => [model, title])) }
  const more = await requestMembers(flags)
  if (object) return { request: { ...object.request, ...more }, fileOf: new Map(Object.keys(object.request.model_predictions).map((model) => [model, title])) }
  const { request, fileOf } = await readFiles(files, flags, output)
  const stem = first.title === undefined ? stemOf(first.path) : 'predictions'
  return { request: { benchmark_name: stem, dataset_id: stem, ...request, ...more }, fileOf }
}

/** What flags say about any request. */
async function requestMembers({ name, dataset, metrics, average, level, intervals, seed, metadata }: RequestFlags): Promise<Partial<RunBenchmarkRequest>> {
  const confidence = { ...(level !== undefined && { level: levelOf(level) }), ...(intervals !== undefined && { method: intervals }), ...(seed !== undefined && { seed: seedOf(seed) }) }
  return {
    ...(name !== undefined && { benchmark_name: name }),
    ...(dataset !== undefined && { dataset_id: dataset }),
    ...(metrics !== undefined && { metrics: metrics.split(',').map((metric) => metric.trim()) }),
    ...(average !== undefined && { average }),
    ...(Object.keys(confidence).length > 0 && { confidence }),
    ...(metadata !== undefined && { model_metadata: await readMetadata(metadata) }),
  }
}

/** The confidence level that a `--level` asks for. */
export function levelOf(text: string): number {
  const level = Number(text)
  if (!(level > 0.5 && level < 1)) throw new CommandError('usage', `--level is '${text}': give a confidence level between 0.5 and 1, such as 0.95.`)
  return level
}

function seedOf(text: string): number {
  const seed = Number(text)
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= 4_294_967_295)) throw new CommandError('usage', `--seed is '${text}': give a whole number from 0 to 4294967295.`)
  return seed
}

async function readMetadata(path: string): Promise<NonNullable<RunBenchmarkRequest['model_metadata']>> {
  if (!existsSync(path)) throw new CommandError('notFound', `There is no file ${path}, which --metadata names.`)
  try {
    return JSON.parse(await readFile(path, 'utf8')) as NonNullable<RunBenchmarkRequest['model_metadata']>
  } catch (error) {
    throw new BenchcastError('malformed_json', `${path} is not JSON: ${(error as Error).message}.`)
  }
}

import { BenchcastError, type FieldError } from '../errors.ts'
import { present } from './fields.ts'
import type { Importer, ImportFile } from './importer.ts'
import { type Configuration, type ImportedMeasurement, isComparable } from './measurement.ts'
import { type ReadFile, readFile } from './read-text.ts'
import { IMPORTS } from './registry.ts'
import { MS_PER_SECOND } from './units.ts'

export interface ImportOptions {
  /** Id of the format, where detection is not wanted. */
  readonly format?: string
  /** SHA-256 of the file in hexadecimal, worked out by the caller; kept with the source. */
  readonly sha256?: string
  /** What the file leaves out. What it says wins. */
  readonly defaults?: Configuration
}

/** Where measurements came from. */
export interface ImportSource {
  readonly tool: string
  readonly file: string
  /** Version of the tool. */
  readonly version?: string
  /** Version of the file's layout. */
  readonly schema?: string
  readonly sha256?: string
}

export interface ImportResult {
  readonly measurements: readonly ImportedMeasurement[]
  readonly warnings: readonly string[]
  readonly source: ImportSource
}

/**
 * Reads another tool's result file. The tool is found by what the file holds. Every measurement of the result names its model and platform, in the file's words or those of `defaults`.
 * Runs that failed or that the tool marks invalid come with `valid: false` and a warning.
 *
 * Throws BenchcastErrors only: `import_unknown_format` when no tool (or more than one) is recognised, `import_unreadable` for a damaged file or an unknown version of its layout,
 * `import_incomplete` when the model or the platform is missing.
 *
 * @param name file name or path, for messages
 * @example
 * importFile(bytes, 'benchmark.json').measurements[0] // { name: 'forward', modelName: 'BAAI/bge-base-en-v1.5', hardwarePlatform: 'cpu', batchSize: 64, latencyMs: 11300.77, ... }
 */
export function importFile(bytes: Uint8Array, name: string, { format, sha256, defaults = {} }: ImportOptions = {}): ImportResult {
  const read = readFile(bytes, name)
  const importer = format === undefined ? detected(read) : named(format)
  if (format !== undefined && read.jsonError !== undefined) throw read.jsonError
  const { measurements: found, warnings, tool, version, schema } = importer.read(read.file, defaults)
  if (found.length === 0) throw nothingIn(read.file, importer, warnings)
  const measurements = found.map((measurement) => withRate(completed(measurement, defaults)))
  refuseIncomplete(measurements, importer, name)
  const source = present({ tool: tool ?? importer.id, file: name, version, schema, sha256 })
  return { measurements, warnings: [...read.warnings, ...warnings, ...doubts(measurements, name)], source }
}

/** The tool a file comes from, by what it holds; undefined when that is not clear. */
export function detectFormat(bytes: Uint8Array, name: string): string | undefined {
  const { file } = readFile(bytes, name)
  const [importer, ...more] = candidates(file)
  return more.length === 0 ? importer?.id : undefined
}

const candidates = (file: ImportFile) => [...IMPORTS.values()].filter((importer) => importer.detect(file))

function detected({ file, jsonError }: ReadFile): Importer {
  const found = candidates(file)
  const [importer] = found
  if (importer !== undefined && found.length === 1) return importer
  if (jsonError !== undefined) throw jsonError
  const what = importer === undefined ? 'is the output of no tool known here' : `could be the output of ${found.map(({ title }) => title).join(' or ')}`
  throw new BenchcastError('import_unknown_format', `${file.name} ${what}. Known formats: ${list((one) => `${one.title} (${one.id})`)}. Name one with format to have the file read as it.`)
}

const list = (shown: (importer: Importer) => string) => [...IMPORTS.values()].map(shown).join(', ')

function named(format: string): Importer {
  const importer = IMPORTS.get(format)
  if (importer === undefined) throw new BenchcastError('import_unknown_format', `There is no import format "${format.slice(0, 80)}". Known formats: ${list(({ id }) => id)}.`)
  return importer
}

function nothingIn({ name }: ImportFile, { title }: Importer, warnings: readonly string[]): BenchcastError {
  const why = warnings.length === 0 ? '' : ` ${warnings.join(' ')}`
  return new BenchcastError('import_unreadable', `${name} is read as output of ${title} and holds no measurement that can be imported.${why}`)
}

/** What the file leaves out, from the caller. A number format that is none of ours is not left out. */
function completed(measurement: ImportedMeasurement, { precision, ...defaults }: Configuration): ImportedMeasurement {
  return { ...present(defaults), ...(precision !== undefined && measurement.reportedPrecision === undefined && { precision }), ...measurement }
}

/** Samples per second of a single pass follow from its batch and latency. */
function withRate(measurement: ImportedMeasurement): ImportedMeasurement {
  const { workload, batchSize, latencyMs, throughputSamplesPerSecond, derived = [] } = measurement
  const single = workload === 'forward' || workload === 'train_step'
  if (!single || throughputSamplesPerSecond !== undefined || batchSize === undefined || !latencyMs) return measurement
  return { ...measurement, throughputSamplesPerSecond: (batchSize * MS_PER_SECOND) / latencyMs, derived: [...derived, 'throughputSamplesPerSecond'] }
}

const NEEDED = [
  { field: 'modelName', member: 'model_name', what: 'which model was measured' },
  { field: 'hardwarePlatform', member: 'hardware_platform', what: 'on which platform it was measured' },
] as const

function refuseIncomplete(measurements: readonly ImportedMeasurement[], { title }: Importer, name: string): void {
  const missing = NEEDED.filter(({ field }) => measurements.some((measurement) => measurement[field] === undefined))
  if (missing.length === 0) return
  const errors: FieldError[] = missing.map(({ member, what }) => ({ pointer: `/${member}`, code: 'import_incomplete', detail: `${name} (${title}) does not say ${what}: give ${member}.` }))
  throw new BenchcastError('import_incomplete', errors.map(({ detail }) => detail).join(' '), { errors })
}

/** Warnings that any tool's measurements can give rise to. */
function doubts(measurements: readonly ImportedMeasurement[], name: string): string[] {
  const invalid = measurements.filter(({ valid }) => !valid).map((one) => `${name}: ${one.name} is kept as invalid: ${one.problems.join('; ')}.`)
  const silent = (field: 'batchSize' | 'precision') => measurements.some((one) => isComparable(one) && one[field] === undefined)
  return [
    ...invalid,
    ...(silent('batchSize') ? [`${name} does not say the batch size; it is taken as 1 unless you give batch_size.`] : []),
    ...(silent('precision') ? [`${name} does not say the precision; it is taken as fp32 unless you give precision.`] : []),
  ]
}

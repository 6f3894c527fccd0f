import type { Column, RunBenchmarkRequest } from '@benchcast/core/api'
import { BenchcastError } from '@benchcast/core/errors'
import type { CodedValue } from '@benchcast/core/json'
import type { TaskType } from '@benchcast/core/metrics'
import { ByteSink } from '../columns/byte-sink.ts'
import { CodeSink } from '../columns/code-sink.ts'
import { NumberSink } from '../columns/number-sink.ts'
import { readColumns } from '../columns/read-columns.ts'
import type { FileReader } from '../columns/reader.ts'
import { type Sink, UnexpectedValue } from '../columns/sink.ts'
import type { Source } from '../columns/source.ts'
import { identifier } from '../columns/sql.ts'
import { TableSink } from '../columns/table-sink.ts'
import { ValueSink } from '../columns/value-sink.ts'
import { type Dictionary, makeDictionary, textOf } from './dictionary.ts'
import { joined } from './join.ts'
import type { ModelColumns, Ref, Roles } from './roles.ts'

/** The columns of a request; the rest of it is the caller's. */
export type RequestColumns = Pick<RunBenchmarkRequest, 'ground_truth' | 'model_predictions' | 'model_probabilities' | 'class_labels' | 'sample_weight' | 'sensitive_features'>

export interface BuildOptions {
  readonly task: TaskType
  /** Column that joins the rows of several files; by their order without it. */
  readonly id?: string
  readonly onRows: (rows: number, expected: number | undefined) => void
}

/** Rows to make room for before anything is known. */
const FIRST_ROOM = 65_536

/** Reads what the roles name out of the files, each file once. */
export async function readRequest(reader: FileReader, roles: Roles, options: BuildOptions): Promise<RequestColumns> {
  try {
    return await attempt(reader, roles, options, false)
  } catch (error) {
    if (error instanceof UnexpectedValue) return attempt(reader, roles, options, true)
    throw error
  }
}

async function attempt(reader: FileReader, roles: Roles, options: BuildOptions, isWhole: boolean): Promise<RequestColumns> {
  const expected = await countIfKnown(reader, roles.truth.source)
  const sinks = await sinksFor(reader, roles, { ...options, rows: expected ?? FIRST_ROOM, isWhole })
  const all = [
    sinks.truth,
    ...sinks.models.flatMap(({ prediction, probabilities }) => (probabilities ? [prediction, probabilities] : [prediction])),
    ...(sinks.weight ? [sinks.weight] : []),
    ...sinks.features,
  ]
  const counts = new Map<Source, number>()
  for (const [source, taken] of Map.groupBy(all, ({ ref }) => ref.source)) {
    const relation = await joined(reader, roles.truth.source, source, options.id)
    counts.set(
      source,
      await readColumns(
        reader,
        relation,
        taken.map(({ sink }) => sink),
        (rows) => options.onRows(rows, expected),
      ),
    )
  }
  checkCounts(counts, roles.truth.source)
  const columnOf = (taken: Taken): Column => taken.sink.finish()
  const scored = sinks.models.filter(({ probabilities }) => probabilities !== undefined)
  const classes = roles.models.find((model) => model.classes !== undefined)?.classes
  return {
    ground_truth: columnOf(sinks.truth),
    model_predictions: Object.fromEntries(sinks.models.map(({ id, prediction }) => [id, columnOf(prediction)])),
    ...(scored.length > 0 && { model_probabilities: Object.fromEntries(scored.map(({ id, probabilities }) => [id, columnOf(probabilities!)])) }),
    ...(classes && { class_labels: classes.map((label) => labelFrom(label, roles.truth)) }),
    ...(sinks.weight && { sample_weight: columnOf(sinks.weight) }),
    ...(sinks.features.length > 0 && { sensitive_features: Object.fromEntries(sinks.features.map((taken, i) => [roles.features[i]!.name, columnOf(taken)])) }),
  }
}

/** Parquet files say how many rows they have. */
async function countIfKnown(reader: FileReader, { format, relation }: Source): Promise<number | undefined> {
  return format === 'parquet' ? Number((await reader.rows(`SELECT count(*) FROM ${relation}`))[0]![0]) : undefined
}

function checkCounts(counts: ReadonlyMap<Source, number>, truth: Source): void {
  const expected = counts.get(truth)!
  for (const [{ path }, rows] of counts)
    if (rows !== expected)
      throw new BenchcastError(
        'length_mismatch',
        `${path} has ${rows} rows, ${truth.path} has ${expected}. Give one row for each sample in the same order, or an id column that all files have (--id).`,
      )
}

/** A text of the command line as a label of the kind that a column holds. */
export function labelFrom(text: string, { column: { kind } }: Ref): string | number | boolean {
  if (kind === 'boolean') return text.toLowerCase() === 'true'
  return kind === 'text' || !Number.isFinite(Number(text)) || text.trim() === '' ? text : Number(text)
}

interface Taken {
  readonly ref: Ref
  readonly sink: Sink
}
interface SinkOptions extends BuildOptions {
  readonly rows: number
  /** The beginning of a file has misled: look at all of it, and expect every number. */
  readonly isWhole: boolean
}

const placeOf = ({ source, column }: Ref) => ({ path: source.path, column: column.name })

/** A sink for each column of the request. */
async function sinksFor(reader: FileReader, { truth, models, weight, features }: Roles, options: SinkOptions) {
  const labelled = options.task !== 'regression' && options.task !== 'text_generation'
  const labels = labelled ? [truth, ...models.map(({ prediction }) => prediction)] : []
  const texts = labels.filter(({ column }) => column.kind === 'text')
  const dictionary = texts.length > 0 ? await makeDictionary(reader, 'labels', texts, options.isWhole) : undefined
  const valueSink = labelled ? (ref: Ref) => labelSink(ref, dictionary, options) : options.task === 'regression' ? (ref: Ref) => amountSink(ref, options) : textSink
  const scored = async (model: ModelColumns): Promise<Taken | undefined> =>
    model.probabilities.length === 0 ? undefined : { ref: model.probabilities[0]!, sink: await probabilitySink(reader, model.probabilities, options) }
  return {
    truth: { ref: truth, sink: valueSink(truth) },
    models: await Promise.all(models.map(async (model) => ({ id: model.id, prediction: { ref: model.prediction, sink: valueSink(model.prediction) }, probabilities: await scored(model) }))),
    weight: weight && { ref: weight, sink: amountSink(weight, options) },
    features: await Promise.all(features.map(async ({ ref }, i) => ({ ref, sink: await groupSink(reader, ref, `groups_${i}`, options) }))),
  }
}

function labelSink(ref: Ref, dictionary: Dictionary | undefined, { rows, isWhole }: SinkOptions): Sink {
  const { kind, name } = ref.column
  if (kind === 'list') return new ValueSink(placeOf(ref), identifier(name))
  if (kind === 'other') throw new BenchcastError('mixed_values', `${ref.source.path}, column ${name} holds values of several kinds. Give labels of one kind.`)
  if (kind === 'text') return codeSink(ref, dictionary!.code(ref), dictionary!.values, rows, false)
  if (kind === 'boolean') return codeSink(ref, `${identifier(name)}::INTEGER`, [false, true], rows, false)
  return isWhole || kind === 'real' ? new NumberSink(placeOf(ref), identifier(name), rows) : new ByteSink(identifier(name), rows)
}

const amountSink = (ref: Ref, { rows }: SinkOptions): Sink => {
  if (ref.column.kind === 'text' || ref.column.kind === 'other') throw new BenchcastError('mixed_values', `${ref.source.path}, column ${ref.column.name} holds texts; numbers are needed.`)
  return new TableSink(placeOf(ref), [`${identifier(ref.column.name)}::DOUBLE`], rows)
}

/** In a CSV file nothing tells an empty text from none. */
const textSink = (ref: Ref): Sink => {
  const { source, column } = ref
  if (column.kind === 'list') return new ValueSink(placeOf(ref), identifier(column.name))
  return new ValueSink(placeOf(ref), source.format === 'csv' ? `coalesce(${textOf(ref)}, '')` : textOf(ref))
}

const codeSink = (ref: Ref, code: string, values: readonly CodedValue[], rows: number, mayMiss: boolean): Sink =>
  new CodeSink(placeOf(ref), { value: identifier(ref.column.name), code }, { values, rows, mayMiss })

async function groupSink(reader: FileReader, ref: Ref, type: string, { rows, isWhole }: SinkOptions): Promise<Sink> {
  const { values, code } = await makeDictionary(reader, type, [ref], isWhole)
  return codeSink(ref, code(ref), values, rows, true)
}

/** Lists of a CSV file are texts such as [0.1, 0.9]; how long they are the first one tells. */
async function probabilitySink(reader: FileReader, refs: readonly Ref[], { rows }: SinkOptions): Promise<Sink> {
  const [first] = refs as readonly [Ref]
  const { kind, name } = first.column
  if (refs.length > 1 || (kind !== 'list' && kind !== 'text'))
    return new TableSink(
      placeOf(first),
      refs.map(({ column }) => `${identifier(column.name)}::DOUBLE`),
      rows,
    )
  const list = `${identifier(name)}::DOUBLE[]`
  const [[length] = []] = await reader.rows(`SELECT len(${list})::INTEGER FROM ${first.source.relation} WHERE ${identifier(name)} IS NOT NULL LIMIT 1`)
  const width = Number(length ?? 1)
  return new TableSink(
    placeOf(first),
    Array.from({ length: width }, (_, i) => `CASE WHEN len(${list}) = ${width} THEN list_extract(${list}, ${i + 1}) END`),
    rows,
  )
}

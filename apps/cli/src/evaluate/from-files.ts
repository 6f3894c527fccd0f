import type { RunBenchmarkRequest } from '@benchcast/core/api'
import type { TaskType } from '@benchcast/core/metrics'
import { withFileReader } from '../columns/reader.ts'
import { type FileFormat, openSource, type Source } from '../columns/source.ts'
import type { Output } from '../output/output.ts'
import { labelFrom, type RequestColumns, readRequest } from './build-request.ts'
import { guessTask } from './guess-task.ts'
import { idColumn } from './join.ts'
import { type RoleFlags, type Roles, rolesOf } from './roles.ts'

/** A file of the command line. */
export interface GivenFile {
  readonly path: string
  /** What people know it as; the path when absent. */
  readonly title?: string
  /** What its model is called, where the command line says so. */
  readonly name?: string
  readonly format?: FileFormat
}

/** What the command line says about files with a table of predictions. */
export interface TableFlags extends RoleFlags {
  readonly id?: string
  readonly task?: TaskType
  readonly positive?: string
  readonly classLabels?: string
}

/** What was read. */
export interface ReadFiles {
  readonly request: RequestColumns & Pick<RunBenchmarkRequest, 'task_type' | 'positive_label' | 'class_labels'>
  /** Where the predictions of a model are. */
  readonly fileOf: ReadonlyMap<string, string>
}

/** Predictions out of tables: finds the columns, guesses the task where nobody says it (and tells so), reads each file once. */
export function readFiles(files: readonly GivenFile[], flags: TableFlags, output: Output): Promise<ReadFiles> {
  return withFileReader(async (reader) => {
    const opened = await inTurn(files, (file) => openSource(reader, file))
    const first = rolesOf(opened, flags)
    const guess = flags.task === undefined ? await guessTask(reader, first) : undefined
    const task = flags.task ?? guess!.task
    if (guess) output.note(`Task: ${task.replaceAll('_', ' ')}, as ${guess.because} (--task says otherwise).`)
    const texts = textsAmongNumbers(first, task)
    const sources = texts.size === 0 ? opened : await inTurn(opened, (source, i) => openSource(reader, files[i]!, texts.get(source)))
    const roles = texts.size === 0 ? first : rolesOf(sources, flags)
    const id = sources.length > 1 ? idColumn(sources, flags.id) : undefined
    if (sources.length > 1) output.note(id === undefined ? 'Rows of the files belong together by their order (--id names a column that tells).' : `Rows of the files belong together by ${id}.`)
    const progress = output.progress()
    const columns = await readRequest(reader, roles, {
      task,
      ...(id !== undefined && { id }),
      onRows: (rows, expected) => progress.update(`Read ${rows.toLocaleString('en')} rows`, expected === undefined ? undefined : rows / expected),
    }).finally(() => progress.end())
    const labels = flags.classLabels?.split(',').map((label) => labelFrom(label.trim(), roles.truth))
    return {
      request: { ...columns, task_type: task, ...(labels && { class_labels: labels }), ...(flags.positive !== undefined && { positive_label: labelFrom(flags.positive, roles.truth) }) },
      fileOf: new Map(roles.models.map((model) => [model.id, model.prediction.source.path])),
    }
  })
}

/** One question at a time: DuckDB's connection answers one at a time anyway. */
async function inTurn<T, R>(items: readonly T[], work: (item: T, index: number) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const [index, item] of items.entries()) results.push(await work(item, index))
  return results
}

/** CSV files have no types: where one label column looks like text, the others of the files are text too, though they look like numbers. */
function textsAmongNumbers({ truth, models }: Roles, task: TaskType): Map<Source, string[]> {
  const labels = [truth, ...models.map(({ prediction }) => prediction)]
  if (task === 'regression' || task === 'text_generation' || !labels.some(({ column }) => column.kind === 'text')) return new Map()
  const others = labels.filter(({ source, column }) => source.format === 'csv' && column.kind !== 'text' && column.kind !== 'list')
  return new Map([...Map.groupBy(others, ({ source }) => source)].map(([source, refs]) => [source, refs.map(({ column }) => column.name)]))
}

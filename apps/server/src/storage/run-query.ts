import { BenchcastError } from '@benchcast/core/errors'
import { decodeCursor } from './cursor.ts'
import { microseconds } from './instant.ts'
import type { RunFilter } from './store.ts'

/** A {@link RunFilter} made ready to compare: what memory and database both read, so that they agree. */
export interface RunQuery {
  readonly limit: number
  readonly offset: number
  /** Only runs written before this sequence number. */
  readonly before: number | undefined
  readonly taskType: string | undefined
  readonly modelId: string | undefined
  readonly datasetId: string | undefined
  readonly foldedName: string | undefined
  readonly fromUs: bigint | undefined
  readonly untilUs: bigint | undefined
}

/** Names are compared in this form, in memory and in the database, which would fold some letters differently. */
export const fold = (text: string): string => text.toLowerCase()

function instant(value: string | undefined, parameter: string): bigint | undefined {
  if (value === undefined) return undefined
  try {
    return microseconds(value)
  } catch (cause) {
    const { message: detail } = cause as Error
    throw new BenchcastError('validation_failed', `${parameter}: ${detail}`, { errors: [{ pointer: `/query/${parameter}`, code: 'invalid_time', detail }], cause })
  }
}

export function runQuery(filter: RunFilter): RunQuery {
  return {
    limit: filter.limit,
    offset: filter.cursor === undefined ? filter.offset : 0,
    before: filter.cursor === undefined ? undefined : decodeCursor(filter.cursor),
    taskType: filter.taskType,
    modelId: filter.modelId,
    datasetId: filter.datasetId,
    foldedName: filter.name === undefined ? undefined : fold(filter.name),
    fromUs: instant(filter.startTime, 'start_time'),
    untilUs: instant(filter.endTime, 'end_time'),
  }
}

/** Whether every run matches (the page's place apart). */
export function matchesAll({ taskType, modelId, datasetId, foldedName, fromUs, untilUs }: RunQuery): boolean {
  return [taskType, modelId, datasetId, foldedName, fromUs, untilUs].every((condition) => condition === undefined)
}

import { PREDICTIVE_TABLES, type PredictiveTableName } from '@benchcast/core/api'
import type { Store } from '../storage/store.ts'
import { predictiveColumns } from './export-columns.ts'
import { writeRows } from './whole-file.ts'

/** What is exported, in the words of the wire. */
export interface TableExportRequest {
  readonly filename: string
  /** Last part of the table's path. */
  readonly table: string
}

interface World {
  readonly store: Store
  readonly resultsFolder: string
  readonly signal: AbortSignal
}

/** Writes a table of the predictive database into the export folder, newest row first. */
export function writeTable({ filename, table }: TableExportRequest, { store, resultsFolder, signal }: World): Promise<string> {
  const name = (Object.keys(PREDICTIVE_TABLES) as PredictiveTableName[]).find((each) => PREDICTIVE_TABLES[each].path === table)!
  const request = { columns: predictiveColumns(name), filter: { limit: 0, offset: 0 } }
  return writeRows({ folder: resultsFolder, part: 'predictive-performance', filename, signal }, store, { name, request })
}

import { COMPONENT_ROWS, type ColumnKind, columnsOf, type DatabaseTable, PREDICTIVE_TABLES, type PredictiveTableName } from '@benchcast/core/api'
import type { ComponentDatabase } from '../component-database/database.ts'
import type { ExportColumn } from '../storage/store.ts'
import { RECORD_TABLES } from '../storage/tables/index.ts'

const KINDS: Readonly<Record<ColumnKind, ExportColumn['kind']>> = { text: 'text', integer: 'number', number: 'number', boolean: 'flag', time: 'time', list: 'json', object: 'json' }

/** The exported columns of a predictive table: those that are listed. What of a recommendation comes from its feedback is in the feedback's own table. */
export function predictiveColumns(name: PredictiveTableName): readonly ExportColumn[] {
  const { row }: DatabaseTable = PREDICTIVE_TABLES[name]
  const { columns, idColumn } = RECORD_TABLES[name]
  return columnsOf(row)
    .map(({ name: column, kind }) => ({ name: column, from: column === 'id' ? idColumn : column, kind: column === 'serialized_model' ? ('placeholder' as const) : KINDS[kind] }))
    .filter(({ from }) => from in columns)
}

/** The exported columns of a component: those of its rows, with the words its API uses. */
export const componentColumns = ({ component, failed }: ComponentDatabase): readonly ExportColumn[] =>
  columnsOf(COMPONENT_ROWS[component.id]).map(({ name, kind }) => ({
    name,
    from: name,
    kind: KINDS[kind],
    ...(name === 'status' && failed !== 'failed' && { words: { failed } }),
  }))

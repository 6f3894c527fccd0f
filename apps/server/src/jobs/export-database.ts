import { DATABASES } from '../component-database/databases.ts'
import { type ExportRequest, writeExport } from '../component-database/export-file.ts'
import { type TableExportRequest, writeTable } from '../unified-database/table-file.ts'
import { job } from './job.ts'

/** Writes the database of a component to a file. */
export const exportDatabase = (component: keyof typeof DATABASES) =>
  job<ExportRequest>({
    idKind: 'export',
    isCheap: () => false,
    timeoutSeconds: 3600,
    run: async (request, context) => ({ result: { file: await writeExport(DATABASES[component], request, context) } }),
  })

/** Writes a table of the predictive database to a file. */
export const exportPredictiveTable = job<TableExportRequest>({
  idKind: 'export',
  isCheap: () => false,
  timeoutSeconds: 3600,
  run: async (request, context) => ({ result: { file: await writeTable(request, context) } }),
})

import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, extname } from 'node:path'
import type { ReportFormat, RunDocument } from '@benchcast/core/api'
import { CommandError } from '../exit-codes.ts'

const FORMAT_BY_ENDING: Readonly<Record<string, ReportFormat>> = { '.html': 'html', '.htm': 'html', '.md': 'markdown', '.markdown': 'markdown', '.csv': 'csv', '.json': 'json' }

/** The report of a run as text. */
export async function reportText(document: RunDocument, format: ReportFormat): Promise<string> {
  const { reportCsv, reportHtml, reportJson, reportMarkdown } = await import('@benchcast/core/report')
  if (format === 'json') return `${JSON.stringify(reportJson(document), undefined, 2)}\n`
  return { html: reportHtml, markdown: reportMarkdown, csv: reportCsv }[format](document)
}

/** Writes the report of a run in the format that the ending of the file's name asks for. */
export async function writeReport(path: string, document: RunDocument): Promise<void> {
  const format = formatOfReport(path)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, await reportText(document, format))
}

export function formatOfReport(path: string): ReportFormat {
  const format = FORMAT_BY_ENDING[extname(path).toLowerCase()]
  if (format === undefined) throw new CommandError('usage', `The ending of ${path} names no format of reports: use .html, .md, .csv or .json.`)
  return format
}

import type { ReportFormat, RunDocument } from '@benchcast/core/api'
import { reportCsv, reportHtml, reportJson, reportMarkdown } from '@benchcast/core/report'

/** How a run document becomes the body of each report format. */
const RENDERERS: { readonly [Format in ReportFormat]: (document: RunDocument) => string } = {
  json: (document) => JSON.stringify({ success: true, report: reportJson(document) }),
  markdown: reportMarkdown,
  html: reportHtml,
  csv: reportCsv,
}

/** Renders the stored JSON text of a run. */
export const renderReport = (document: string, format: ReportFormat): string => RENDERERS[format](JSON.parse(document) as RunDocument)

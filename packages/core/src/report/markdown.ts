import type { RunDocument } from '../api/index.ts'
import { escapeMarkdown, visible } from './escape.ts'
import { FINDING_KINDS, type Finding, findingsOf } from './findings/index.ts'
import { counted } from './format.ts'
import type { Section } from './section.ts'
import { sectionsOf } from './sections/index.ts'
import { type Cell, type Column, cellLine, cellMark, type Table } from './table.ts'
import { viewOf } from './view.ts'

/** The report as GitHub-flavoured Markdown: findings, then the tables; detail sits in `<details>`. */
export function reportMarkdown(document: RunDocument): string {
  const view = viewOf(document)
  const about = [
    `Data set ${escapeMarkdown(visible(document.dataset_id))}`,
    document.task_type.replaceAll('_', ' '),
    counted(view.models.length, 'model'),
    counted(view.samples, 'sample'),
    document.created_at,
  ]
  const parts = [
    `# ${escapeMarkdown(visible(document.benchmark_name))}`,
    about.join(' · '),
    findings(findingsOf(view)),
    ...sectionsOf(view).map(section),
    `Run ${escapeMarkdown(visible(document.run_id))}`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function findings(all: readonly Finding[]): string {
  return ['## In short', all.map(({ kind, message }) => `- **${FINDING_KINDS[kind].title}.** ${escapeMarkdown(message)}`).join('\n')].join('\n\n')
}

/** A section whose content is charts alone is left to the HTML report. */
function section({ title, text, tables }: Section): string {
  return tables.length === 0 ? '' : [`## ${title}`, ...text.map(escapeMarkdown), ...tables.map((each) => (each.folded ? folded(each) : each.caption === title ? grid(each) : table(each)))].join('\n\n')
}

function folded(each: Table): string {
  return `<details><summary>${escapeMarkdown(each.caption)}</summary>\n\n${grid(each)}\n\n</details>`
}

const table = (each: Table): string => `**${escapeMarkdown(each.caption)}**\n\n${grid(each)}`

function grid({ columns, rows, notes = [] }: Table): string {
  const lines = [row(columns.map(({ label }) => label)), `|${columns.map(rule).join('|')}|`, ...rows.map(row)]
  return [lines.join('\n'), ...(notes.length === 0 ? [] : [escapeMarkdown(notes.join(' '))])].join('\n\n')
}

const rule = ({ align }: Column) => (align === 'right' ? ' ---: ' : ' --- ')
const row = (cells: readonly Cell[]) => `| ${cells.map(cell).join(' | ')} |`

function cell(each: Cell): string {
  const text = escapeMarkdown(cellLine(each))
  return cellMark(each) === 'best' && text !== '' ? `**${text}**` : text
}

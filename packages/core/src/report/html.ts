import type { RunDocument } from '../api/index.ts'
import { visible } from './escape.ts'
import { FINDING_KINDS, type Finding, findingsOf } from './findings/index.ts'
import { counted } from './format.ts'
import { Markup, type MarkupPart, markup } from './markup.ts'
import { type Figure, OPEN_FIGURES, type Section } from './section.ts'
import { sectionsOf } from './sections/index.ts'
import { REPORT_STYLE } from './style.ts'
import { type Cell, cellDetail, cellMark, cellText, type Table } from './table.ts'
import { viewOf } from './view.ts'

/** The policy a server should send with the HTML report; the page carries it too. It has no script, loads nothing and goes nowhere. */
export const HTML_REPORT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The report as one self-contained page: sentences, tables, charts as inline SVG each with its table, light and dark, printable. */
export function reportHtml(document: RunDocument): string {
  const view = viewOf(document)
  const sections = sectionsOf(view)
  const title = visible(document.benchmark_name)
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${HTML_REPORT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Benchcast</title>
<style>${new Markup(REPORT_STYLE)}</style>
</head>
<body>
<header>
<p class="product">Benchcast · model performance report</p>
<h1>${title}</h1>
<p class="about">${aboutLine(document, view.models.length, view.samples)}</p>
<nav aria-label="Chapters">${sections.map(({ id, title }) => markup`<a href="#${id}">${title}</a>`)}</nav>
</header>
<main>
${findingsMarkup(findingsOf(view))}
${sections.map(sectionMarkup)}
</main>
<footer><p>Run <code>${visible(document.run_id)}</code>, made ${document.created_at}.</p></footer>
</body>
</html>
`.text
}

function aboutLine(document: RunDocument, models: number, samples: number): string {
  return [
    `Data set ${visible(document.dataset_id)}`,
    document.task_type.replaceAll('_', ' '),
    counted(models, 'model'),
    counted(samples, 'sample'),
    `${document.created_at.slice(0, 16).replace('T', ' ')} UTC`,
  ].join(' · ')
}

function findingsMarkup(findings: readonly Finding[]): Markup {
  const kinds = Map.groupBy(findings, ({ kind }) => kind)
  const groups = [...kinds].map(([kind, all]) => markup`<div class="kind ${kind}"><h3>${FINDING_KINDS[kind].title}</h3><ul>${all.map(({ message }) => markup`<li>${message}</li>`)}</ul></div>\n`)
  return markup`<section id="in-short"><h2>In short</h2>${groups}</section>`
}

function sectionMarkup({ id, title, text, tables, figures }: Section): Markup {
  const [open, rest] = [figures.slice(0, openCount(figures)), figures.slice(openCount(figures))]
  const more = rest.length > 0 && markup`<details class="more"><summary>${counted(rest.length, 'more chart')}</summary><div class="figures">${rest.map(figureMarkup)}</div></details>`
  const charts = figures.length > 0 && markup`<div class="figures">${open.map(figureMarkup)}</div>${more}`
  return markup`<section id="${id}"><h2>${title}</h2>${text.map((each) => markup`<p class="text">${each}</p>`)}${charts}${tablesMarkup(tables, title)}</section>\n`
}

/** One or two above the limit are shown rather than folded away alone. */
const openCount = (figures: readonly Figure[]) => (figures.length <= OPEN_FIGURES + 2 ? figures.length : OPEN_FIGURES)

function figureMarkup({ svg, table }: Figure): Markup {
  return markup`<figure><div class="scroll">${svg}</div><details class="twin"><summary>As a table<span class="hidden">: ${table.caption}</span></summary>${gridMarkup(table)}</details></figure>\n`
}

/** Many folded tables share one fold, so that a chapter stays short. */
function tablesMarkup(tables: readonly Table[], heading: string): MarkupPart {
  const [open, folded] = [tables.filter((table) => !table.folded), tables.filter((table) => table.folded)]
  const rest = folded.map((table) => tableMarkup(table, heading))
  return [
    open.map((table) => tableMarkup(table, heading)),
    folded.length > MOST_FOLDS ? markup`<details class="more"><summary>${counted(folded.length, 'more table')}</summary>${rest}</details>` : rest,
  ]
}
const MOST_FOLDS = 6

function tableMarkup(table: Table, heading: string): Markup {
  if (table.folded)
    return markup`<details class="table"><summary>${table.caption}</summary>${gridMarkup(table)}</details>
`
  return markup`<div class="table${table.caption === heading && ' titled'}">${gridMarkup(table)}</div>
`
}

function gridMarkup({ caption, columns, rows, notes = [] }: Table): Markup {
  const header = columns.map(({ label, align }) => markup`<th scope="col" class="${align}">${label}</th>`)
  const body = rows.map((cells) => markup`<tr>${cells.map((cell, i) => cellMarkup(cell, columns[i]?.align ?? 'left'))}</tr>\n`)
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${header}</tr></thead><tbody>${body}</tbody></table></div>${notes.length > 0 && markup`<p class="note">${notes.join(' ')}</p>`}`
}

function cellMarkup(cell: Cell, align: string): Markup {
  const [mark, text, detail] = [cellMark(cell), cellText(cell), cellDetail(cell)]
  if (mark === 'head') return markup`<th scope="row" class="${align}">${text}</th>`
  return markup`<td class="${align}${mark && ` ${mark}`}">${text}${detail !== undefined && markup` <small>${detail}</small>`}</td>`
}

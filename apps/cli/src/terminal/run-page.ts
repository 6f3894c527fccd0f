import type { RunDocument } from '@benchcast/core/api'
import { counted, FINDING_KINDS, featuresOf, findingsOf, groupsTable, leaderboardTable, type View, viewOf, visible } from '@benchcast/core/report'
import type { Ink } from './ink.ts'
import { intervalBars } from './interval-bars.ts'
import { renderTable } from './table.ts'
import { padEnd, wrapped } from './text.ts'

const LABEL_WIDTH = 11
const BULLET = '· '

/** A run as a page of text: leaderboard, interval bars, findings in sentences, rates by group. */
export function runPage(document: RunDocument, width: number, ink: Ink): string {
  const view = viewOf(document)
  return [heading(view, width, ink), leaderboard(view, width, ink), bars(view, width, ink), findings(view, width, ink), ...groups(view, width, ink)].filter((part) => part !== '').join('\n\n')
}

function heading({ document, models, samples }: View, width: number, ink: Ink): string {
  const about = [visible(document.dataset_id), document.task_type.replaceAll('_', ' '), counted(models.length, 'model'), counted(samples, 'sample')].join(' · ')
  return [ink.soft('━'.repeat(width)), ...wrapped(visible(document.benchmark_name), width).map(ink.strong), ...wrapped(about, width).map(ink.soft)].join('\n')
}

function leaderboard(view: View, width: number, ink: Ink): string {
  const table = leaderboardTable(view)
  const notes = [...(table.notes ?? []), '* marks the best.'].join(' ')
  return [renderTable(table, width, ink), ...wrapped(notes, width).map(ink.soft)].join('\n')
}

function bars(view: View, width: number, ink: Ink): string {
  const lines = view.quality === undefined ? [] : intervalBars(view, view.quality, width, ink)
  return lines.length === 0 ? '' : [ink.strong(`${view.quality!.title}, value and interval`), ...lines].join('\n')
}

function findings(view: View, width: number, ink: Ink): string {
  return findingsOf(view)
    .map(({ kind, message }, i, all) => {
      const label = all[i - 1]?.kind === kind ? '' : FINDING_KINDS[kind].title
      return wrapped(message, width - LABEL_WIDTH - BULLET.length)
        .map((line, row) => ink.strong(padEnd(row === 0 ? label : '', LABEL_WIDTH)) + (row === 0 ? BULLET : '  ') + line)
        .join('\n')
    })
    .join('\n')
}

/** Single features only: intersections are in the HTML report. */
function groups(view: View, width: number, ink: Ink): string[] {
  const features = featuresOf(view).filter((feature) => !feature.includes(' & '))
  return features.map((feature) => {
    const table = groupsTable(view, feature)
    return `${ink.strong(`Rates by ${visible(feature)}`)}\n${renderTable(table, width, ink)}`
  })
}

import type { NextJob } from '@benchcast/bench'
import type { RunState } from '../runs/component.ts'
import { escaped, htmlPage } from './html.ts'
import type { OpenPage } from './open-pages.ts'

const REFRESH_SECONDS = 3
const SECOND_MS = 1000

/** Runs that wait for a browser. */
export function listPage(pages: readonly OpenPage[], now: number): string {
  const items = pages.map(({ runId, title, openedAt, hasStarted }) => {
    const state = hasStarted ? 'open in a browser' : `waiting for ${Math.round((now - openedAt) / SECOND_MS)} s`
    return `<li><a href="/measure/run/${encodeURIComponent(runId)}">${escaped(title)}</a>, ${state}</li>`
  })
  const none =
    '<p>No run waits for a browser. Start one with <code>POST /api/benchmark/run</code>, for example <code>{"models": ["bert-base-uncased"], "hardware": "webgpu", "browser": "open"}</code>.</p>'
  return htmlPage({ title: 'Measure in this browser', content: items.length === 0 ? none : `<ul>\n${items.join('\n')}\n</ul>`, refreshSeconds: REFRESH_SECONDS })
}

/** A run without an open page: it prepares one, or has ended. */
export function runPage({ id, status, step, error, endedAt }: RunState): string {
  if (endedAt === undefined) return htmlPage({ title: 'In a moment', content: `<p role="status">${escaped(step)}</p><p>This page goes on by itself.</p>`, refreshSeconds: REFRESH_SECONDS })
  const report = `<a href="/api/benchmark/reports/${encodeURIComponent(id)}/report.md">report</a>`
  const content = status === 'completed' ? `<p>Everything was measured: read the ${report}.</p>` : `<p role="alert">${escaped(error ?? status)}</p>`
  return htmlPage({ title: status === 'completed' ? 'This run is completed' : 'This run has ended without results', content })
}

/** What a page does after its job, by the next page of its run and how that run is. */
export function nextJob(page: OpenPage | undefined, state: RunState): NextJob {
  if (page !== undefined) return { state: 'open', address: `/measure/${page.path}` }
  return { state: state.endedAt === undefined ? 'waiting' : 'ended' }
}

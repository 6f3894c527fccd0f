import { answer, cutOff, reset, silence } from './flaky-server.ts'

const busy = answer({ status: 503, code: 'overloaded' }, 503, { 'retry-after': '0' })
const page = answer({ count: 0, total: 0, limit: 10, offset: 0, measurements: [] })
const task = (status: string, progress: number) => answer({ task_id: 'task-1', status, progress })

/** What the server does while the portable faults are tried, one after the other. */
export const DEEDS = [busy, page, reset, page, cutOff, page, busy, busy, busy, silence, silence, task('running', 0.5), task('completed', 1)]
/** What comes of them in every runtime. */
export const EXPECTED_FAULTS = {
  busy: 'an answer',
  reset: 'an answer',
  cutOff: 'an answer',
  alwaysBusy: 'InternalServerError',
  silent: 'APITimeoutError',
  aborted: 'UserAbortError',
  unreachable: 'APIConnectionError',
  asked: 'an answer',
  states: [0.5, 1],
}

/** What the portable flow gives in every runtime. */
export const EXPECTED = {
  best: 'forest',
  recommended: true,
  interval: 2,
  followed: true,
  lastProgress: 1,
  events: ['completed'],
  stored: [12.5],
  csvLines: 2,
  unknown: [404, 'run_not_found', 'string'],
  wrong: ['/model_name'],
  classic: 'completed',
}

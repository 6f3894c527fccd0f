import { describe, expect, it } from 'vitest'
import type { RunCount } from '../storage/store.ts'
import { statsBy } from './counts.ts'

const count = (changes: Partial<RunCount>): RunCount => ({
  model_name: 'bert',
  hardware: '["cpu"]',
  status: 'completed',
  day: '2026-01-02',
  runs: 1,
  total_duration: 3,
  min_duration: 3,
  max_duration: 3,
  latest: '2026-01-02T10:00:00Z',
  ...changes,
})
const COUNTS = [
  count({ runs: 3, total_duration: 12, min_duration: 2, max_duration: 6 }),
  count({ hardware: '["cpu","cuda"]', status: 'failed', total_duration: 100, max_duration: 100, latest: '2026-01-03T10:00:00Z', day: '2026-01-03' }),
  count({ model_name: 'vit', status: 'running', latest: '2026-01-04T10:00:00Z', day: '2026-01-04', total_duration: 0 }),
]

describe('Counts of runs', () => {
  it('by model hold durations of completed ones alone, the last used model first', () => {
    const durations = { avg_duration: 4, min_duration: 2, max_duration: 6 }
    expect(statsBy('model_name', COUNTS, 'run')).toEqual([
      {
        model_name: 'vit',
        total_runs: 1,
        completed_runs: 0,
        failed_runs: 0,
        cancelled_runs: 0,
        running_runs: 1,
        avg_duration: null,
        min_duration: null,
        max_duration: null,
        latest_run: '2026-01-04T10:00:00Z',
      },
      { model_name: 'bert', total_runs: 4, completed_runs: 3, failed_runs: 1, cancelled_runs: 0, running_runs: 0, ...durations, latest_run: '2026-01-03T10:00:00Z' },
    ])
  })

  it('by platform count a run under each of its platforms, by day under one', () => {
    expect(statsBy('hardware', COUNTS, 'task').map((line) => [line.hardware, line.total_tasks])).toEqual([
      ['cpu', 5],
      ['cuda', 1],
    ])
    expect(statsBy('date', COUNTS, 'run').map(({ date }) => date)).toEqual(['2026-01-04', '2026-01-03', '2026-01-02'])
    expect(statsBy('hardware', [count({ hardware: 'qnn' })], 'run')).toMatchObject([{ hardware: 'qnn', completed_runs: 1 }])
  })
})

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LongRunWatch } from './long-run-watch.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('A watch over long runs', () => {
  it('ends one that takes twice as long as all were to, and says so', () => {
    const watch = new LongRunWatch(5)
    watch.step({ step: 'measuring' })
    vi.advanceTimersByTime(9_000)
    watch.step({ step: 'measuring' })
    vi.advanceTimersByTime(9_999)
    expect(watch.signal.aborted).toBe(false)
    vi.advanceTimersByTime(2)
    expect(watch.signal.reason).toMatchObject({ code: 'run_timed_out', message: expect.stringContaining('5 s that were given (max_seconds)') })
  })

  it('leaves loading alone, gives a first run more time, and does nothing once it is over or without a limit', () => {
    const [loading, first, over, unlimited] = [new LongRunWatch(1), new LongRunWatch(1), new LongRunWatch(1), new LongRunWatch(null)]
    loading.step({ step: 'loading' })
    first.step({ step: 'first run' })
    over.step({ step: 'measuring' })
    over.end()
    unlimited.step({ step: 'measuring' })
    vi.advanceTimersByTime(11_000)
    expect([loading, first, over, unlimited].map(({ signal }) => signal.aborted)).toEqual([false, false, false, false])
    vi.advanceTimersByTime(2_000)
    expect([loading, first, over, unlimited].map(({ signal }) => signal.aborted)).toEqual([false, true, false, false])
  })
})

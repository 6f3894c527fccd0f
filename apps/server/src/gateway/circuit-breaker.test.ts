import { describe, expect, it } from 'vitest'
import { CircuitBreaker } from './circuit-breaker.ts'

describe('a circuit breaker', () => {
  let now = 0
  const broken = () => {
    now = 0
    const breaker = new CircuitBreaker({ failures: 3, firstPauseMs: 1000, longestPauseMs: 4000 }, () => now)
    for (let i = 0; i < 3; i += 1) breaker.failed()
    return breaker
  }

  it('lets everything pass until there were enough failures in a row', () => {
    const breaker = new CircuitBreaker({ failures: 3, firstPauseMs: 1000, longestPauseMs: 4000 }, () => now)
    for (const ends of ['failed', 'failed', 'succeeded', 'failed', 'failed'] as const) {
      expect(breaker.mayPass()).toBe(true)
      breaker[ends]()
    }
    expect([breaker.isOpen, breaker.mayPass()]).toEqual([false, true])
  })

  it('then lets nothing pass for a pause, and after it one trial at a time', () => {
    const breaker = broken()
    expect([breaker.isOpen, breaker.mayPass(), breaker.retryAfterSeconds]).toEqual([true, false, 1])
    now = 1000
    expect([breaker.mayPass(), breaker.mayPass()]).toEqual([true, false])
    breaker.succeeded()
    expect([breaker.isOpen, breaker.mayPass(), breaker.mayPass()]).toEqual([false, true, true])
  })

  it('waits twice as long after each failed trial, up to the longest pause', () => {
    const breaker = broken()
    const pauses = [1000, 2000, 4000, 4000].map((pause) => {
      now += pause - 1
      const early = breaker.mayPass()
      now += 1
      const due = breaker.mayPass()
      breaker.failed()
      return [early, due]
    })
    expect(pauses).toEqual(pauses.map(() => [false, true]))
  })

  it('is not kept open by a trial whose caller went away', () => {
    const breaker = broken()
    now = 1000
    breaker.mayPass()
    breaker.abandoned()
    expect(breaker.mayPass()).toBe(true)
  })
})

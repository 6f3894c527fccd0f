import { describe, expect, it } from 'vitest'
import { delayMs, isRetryable } from './retry.ts'

describe('The pause before a request is sent again', () => {
  const [longest, shortest] = [() => 0, () => 1]

  it('starts at half a second, doubles, and ends at eight', () => {
    expect([1, 2, 3, 4, 5, 6, 20].map((attempt) => delayMs(attempt, null, longest))).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000])
  })

  it('is up to a quarter shorter by chance', () => {
    expect(delayMs(1, null, shortest)).toBe(375)
    expect(delayMs(1, null)).toBeGreaterThanOrEqual(375)
  })

  it('is what Retry-After asks, as seconds or as a date', () => {
    expect(delayMs(3, '0', longest)).toBe(0)
    expect(delayMs(1, '2', longest)).toBe(2000)
    const inTenSeconds = delayMs(1, new Date(Date.now() + 10_000).toUTCString(), longest)
    expect(inTenSeconds).toBeGreaterThan(8000)
    expect(inTenSeconds).toBeLessThanOrEqual(10_000)
    expect(delayMs(1, 'Mon, 01 Jan 2001 00:00:00 GMT', longest)).toBe(0)
  })

  it('is of its own length when Retry-After makes no sense, and there is none when it asks for more than two minutes', () => {
    expect(delayMs(1, 'soon', longest)).toBe(500)
    expect(delayMs(1, '121')).toBeUndefined()
  })
})

it('what may pass is sent again, what cannot become right is not', () => {
  expect([408, 429, 500, 502, 503, 504, 507].every((status) => isRetryable(status, undefined))).toBe(true)
  expect([400, 401, 403, 404, 422].some((status) => isRetryable(status, undefined))).toBe(false)
  expect([isRetryable(409, 'idempotency_in_flight'), isRetryable(409, 'file_exists')]).toEqual([true, false])
})

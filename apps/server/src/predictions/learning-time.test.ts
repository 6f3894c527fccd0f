import { describe, expect, it } from 'vitest'
import { LearningTime } from './learning-time.ts'

describe('Time for learning while somebody waits', () => {
  it('is there for a while, is used up, and comes back with time', () => {
    let now = 0
    const time = new LearningTime(() => now)
    const takes = (count: number) => Array.from({ length: count }, () => time.take(10)).filter(Boolean).length
    expect(takes(200)).toBe(100)
    now = 1000
    expect(takes(200)).toBe(5)
    now = 1e6
    expect(takes(200)).toBe(100)
  })
})

import { describe, expect, it } from 'vitest'
import { shareOf, stepText } from './steps.ts'

describe('A step of a measurement', () => {
  it('says how far it is, and never goes back from phase to phase', () => {
    const steps = (['loading', 'first run', 'warming up', 'measuring'] as const).flatMap((step) => [0, 1].map((share) => shareOf({ kind: 'step', step, share })))
    expect(steps).toEqual(steps.toSorted((a, b) => a - b))
    expect(steps.at(-1)).toBe(1)
  })

  it('says the median where there is one', () => {
    expect(stepText({ kind: 'step', step: 'measuring', share: 0.5, medianSeconds: 0.0123456 })).toBe('measuring, median 12.3 ms')
    expect(stepText({ kind: 'step', step: 'measuring', share: 0.5, medianSeconds: 1.2345 })).toBe('measuring, median 1235 ms')
    expect(stepText({ kind: 'step', step: 'loading', share: 0 })).toBe('loading')
  })
})

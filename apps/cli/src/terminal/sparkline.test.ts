import { describe, expect, it } from 'vitest'
import { sparkline } from './sparkline.ts'

describe('sparkline', () => {
  it('goes from the lowest to the highest, with gaps', () => {
    expect([sparkline([0, 1, 2, 3, 4, 5, 6, 7]), sparkline([3, null, 1]), sparkline([2, 2]), sparkline([])]).toEqual(['▁▂▃▄▅▆▇█', '█ ▁', '▅▅', ''])
  })
})

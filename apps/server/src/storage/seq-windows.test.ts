import { describe, expect, it } from 'vitest'
import { SeqWindows } from './seq-windows.ts'

describe('Windows of writes', () => {
  it.each([true, false])('hold every write once, in order (ascending: %s), wider where there is little and narrower where there is much', (isAscending) => {
    const windows = new SeqWindows({ low: 10, high: 3000, isAscending, few: 20, many: 90 })
    const found: number[] = []
    const widths: number[] = []
    for (let rows = 0; !windows.isDone; ) {
      const [after, upTo] = windows.next(rows)
      const writes = Array.from({ length: upTo - after }, (_, n) => after + 1 + n)
      rows = writes.reduce((sum, seq) => sum + (seq > 400 && seq <= 2600 ? 3 : 0), 0)
      widths.push(upTo - after)
      found.push(...(isAscending ? writes : writes.reverse()))
    }
    const every = Array.from({ length: 2990 }, (_, n) => 11 + n)
    expect(found).toEqual(isAscending ? every : every.reverse())
    expect(Math.max(...widths)).toBeGreaterThan(200)
    expect(widths.some((width, at) => at > 0 && width < widths[at - 1]! && at < widths.length - 1)).toBe(true)
  })
})

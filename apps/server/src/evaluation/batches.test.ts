import { describe, expect, it } from 'vitest'
import { Batches } from './batches.ts'

/** Batches that are written down; each takes a turn of the event loop. */
function noted(most: number) {
  const log: (readonly number[])[] = []
  const batches = new Batches<number, number>(async (items) => {
    log.push(items)
    await new Promise(setImmediate)
    return items.map((item) => (item < 0 ? new Error(`no ${item}`) : item * 10))
  }, most)
  return { log, batches }
}

describe('batches', () => {
  it('take what comes in one turn together, and what comes meanwhile next', async () => {
    const { log, batches } = noted(100)
    const first = [1, 2, 3].map((item) => batches.add(item))
    const later = first[0]!.then(() => Promise.all([batches.add(4), batches.add(5)]))
    expect(await Promise.all(first)).toEqual([10, 20, 30])
    expect(await later).toEqual([40, 50])
    expect(log).toEqual([
      [1, 2, 3],
      [4, 5],
    ])
  })

  it('are no larger than told', async () => {
    const { log, batches } = noted(2)
    expect(await Promise.all([1, 2, 3, 4, 5].map((item) => batches.add(item)))).toEqual([10, 20, 30, 40, 50])
    expect(log.map(({ length }) => length)).toEqual([2, 2, 1])
  })

  it('are worked on two at once where that is asked for', async () => {
    let [busy, most] = [0, 0]
    const batches = new Batches<number, number>(
      async (items) => {
        busy += 1
        most = Math.max(most, busy)
        await new Promise(setImmediate)
        busy -= 1
        return items
      },
      2,
      2,
    )
    expect(await Promise.all([1, 2, 3, 4, 5, 6, 7].map((item) => batches.add(item)))).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(most).toBe(2)
  })

  it('refuse one item without the others', async () => {
    const { batches } = noted(100)
    const outcomes = await Promise.allSettled([1, -2, 3].map((item) => batches.add(item)))
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : outcome.reason.message))).toEqual([10, 'no -2', 30])
  })

  it('fail as one when the work fails, and go on with the next', async () => {
    let isBroken = true
    const batches = new Batches<number, number>(async (items) => {
      if (isBroken) throw new Error('broken')
      return items
    }, 100)
    const outcomes = await Promise.allSettled([batches.add(1), batches.add(2)])
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.message)).toEqual(['broken', 'broken'])
    isBroken = false
    expect(await batches.add(3)).toBe(3)
  })
})

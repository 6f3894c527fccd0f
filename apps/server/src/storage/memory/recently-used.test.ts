import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RecentlyUsed } from './recently-used.ts'

/** The same, plainly: a list of pairs, the oldest first. */
class Plainly {
  pairs: [string, number][] = []
  readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  get(key: string): number | undefined {
    const value = this.pairs.find(([known]) => known === key)?.[1]
    if (value !== undefined) this.#last(key, value)
    return value
  }

  set(key: string, value: number): void {
    this.#last(key, value)
    while (this.pairs.reduce((sum, [, size]) => sum + size, 0) > this.limit) this.pairs.shift()
  }

  deleteWhere(isGone: (value: number) => boolean): void {
    this.pairs = this.pairs.filter(([, value]) => !isGone(value))
  }

  #last(key: string, value: number): void {
    this.pairs = [...this.pairs.filter(([known]) => known !== key), [key, value]]
  }
}

const KEYS = ['a', 'b', 'c', 'd', 'e']
const STEP = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), key: fc.constantFrom(...KEYS), size: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('get' as const), key: fc.constantFrom(...KEYS) }),
  fc.record({ kind: fc.constant('delete' as const), size: fc.integer({ min: 1, max: 12 }) }),
)

it('keeps what was used last within its limit, whatever was asked of it', () => {
  fc.assert(
    fc.property(fc.array(STEP, { maxLength: 60 }), (steps) => {
      const [ours, plainly] = [new RecentlyUsed<number>(10, (size) => size), new Plainly(10)]
      for (const step of steps) {
        if (step.kind === 'get') expect(ours.get(step.key)).toBe(plainly.get(step.key))
        else if (step.kind === 'set') for (const each of [ours, plainly]) each.set(step.key, step.size)
        else for (const each of [ours, plainly]) each.deleteWhere((size) => size === step.size)
      }
      expect(KEYS.map((key) => ours.get(key))).toEqual(KEYS.map((key) => plainly.get(key)))
    }),
  )
})

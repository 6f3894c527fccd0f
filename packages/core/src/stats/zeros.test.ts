import fc from 'fast-check'
import { expect, it } from 'vitest'
import { zeros } from './zeros.ts'

it('gives zeros that nobody else has, however many are asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600 }), { maxLength: 60 }), (lengths) => {
      const lists = lengths.map((length, index) => {
        const list = zeros(length)
        expect([...list]).toEqual(Array.from({ length }, () => 0))
        return list.fill(index)
      })
      expect(lists.map((list) => [...list])).toEqual(lengths.map((length, index) => Array.from({ length }, () => index)))
    }),
  )
})

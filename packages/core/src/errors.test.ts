import { expect, it } from 'vitest'
import { BenchcastError, ifKnown } from './errors.ts'

it('what cannot be looked up is nothing, or what is made of the refusal; a fault of the program is thrown on', () => {
  const unknown = (): number => {
    throw new BenchcastError('unknown_device', 'there is none')
  }
  expect(ifKnown(() => 3)).toBe(3)
  expect(ifKnown(unknown)).toBeUndefined()
  expect(ifKnown(unknown, ({ message }) => message)).toBe('there is none')
  const faulty = (): number => {
    throw new TypeError('a fault')
  }
  expect(() => ifKnown(faulty, () => 0)).toThrow('a fault')
})

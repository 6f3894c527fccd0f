import { expect, it } from 'vitest'
import { readOnnxHeader } from './index.ts'

it('the header of a model file with millions of entries is refused', () => {
  const crowd = new Uint8Array(4_200_000)
  for (let index = 0; index < crowd.length; index += 2) crowd[index] = 0x6a
  expect(() => readOnnxHeader({ size: crowd.length, read: (offset, length) => crowd.subarray(offset, offset + length) })).toThrow(/more than 2000000 entries/)
})

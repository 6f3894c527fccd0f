import { expect, it } from 'vitest'
import { editsBetween, nearWords } from './near-words.ts'

it('counts letters put in, left out or replaced', () => expect([editsBetween('kitten', 'sitting'), editsBetween('', 'ab'), editsBetween('a', 'a')]).toEqual([3, 2, 0]))

it('names the words that are spelt most like one, best first, and none for a word like no other', () => {
  expect(nearWords('lama', ['bert', 'llama', 'llama4'], 2)).toEqual(['llama', 'llama4'])
  expect(nearWords('QWEN2_VL', ['qwen2', 'qwen3', 'bert'])).toEqual(['qwen2'])
  expect(nearWords('zzzzzz', ['bert', 'llama'])).toEqual([])
  expect(nearWords('', ['bert'])).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { cacheBytesPerToken } from './token-cache.ts'

describe('bytes that a token of the context keeps', () => {
  it('are keys and values of all layers in 16 bits', () => {
    expect(cacheBytesPerToken('Llama-3.1-8B')).toBe(32 * 2 * 8 * 128 * 2)
    expect(cacheBytesPerToken('llama-2-7b')).toBe(32 * 2 * 32 * 128 * 2)
  })

  it('are not guessed for a model without a graph, or that writes no text', () => {
    expect(cacheBytesPerToken('a name of ours')).toBeUndefined()
    expect(cacheBytesPerToken('resnet50')).toBeUndefined()
  })
})

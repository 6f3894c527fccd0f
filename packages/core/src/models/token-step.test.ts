import { describe, expect, it } from 'vitest'
import { tokenStep } from './token-step.ts'

describe('one step of a language model', () => {
  it('keeps keys and values of all layers in 16 bits', () => {
    expect(tokenStep('Llama-3.1-8B')?.cacheBytesPerToken).toBe(32 * 2 * 8 * 128 * 2)
    expect(tokenStep('llama-2-7b')?.cacheBytesPerToken).toBe(32 * 2 * 32 * 128 * 2)
  })

  it('multiplies nine times in each block, by hand: queries, keys, values, scores, mixture, output, gate, up, down; and once for the words', () => {
    expect(tokenStep('Llama-3.1-8B')?.layers).toBe(32 * 9 + 1)
    expect(tokenStep('Qwen2.5-0.5B')?.layers).toBe(24 * 9 + 1)
  })

  it('is not guessed for a name that nobody knows, or a model that writes no text', () => {
    expect(tokenStep('a name of ours')).toBeUndefined()
    expect(tokenStep('resnet50')).toBeUndefined()
  })
})

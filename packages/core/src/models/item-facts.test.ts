import { describe, expect, it } from 'vitest'
import { itemFacts } from './index.ts'

describe('facts of one item of a measured model', () => {
  it('are those of the same graph under another name, at the size that was measured', () => {
    const facts = itemFacts({ modelName: 'tf_efficientnet_b3_ns', inputSize: 300, unit: 'sample' })
    expect(facts).toMatchObject({ architecture: 'efficientnet_b3', family: 'efficientnet' })
    expect(facts!.macs / 1e9).toBeCloseTo(1.85, 1)
    expect(facts!.activations! / 1e6).toBeCloseTo(23.8, 1)
  })

  it('are parameters a token meets, for a text as many times as it has tokens', () => {
    expect(itemFacts({ modelName: 'Mixtral-8x7B-Instruct-v0.1', unit: 'token' })?.macs).toBe(12.9e9)
    expect(itemFacts({ modelName: 'llama-2-7b', inputSize: 100, unit: 'sample' })?.macs).toBe(100 * 6_738_000_000)
    expect(itemFacts({ modelName: 'llama-2-7b', unit: 'sample' })).toBeUndefined()
  })

  it('have no activations where tables have none', () => {
    expect(itemFacts({ modelName: 'bert-base-uncased', inputSize: 384 })).not.toHaveProperty('activations')
  })

  it('come from the architecture when the name is not known, and are not guessed', () => {
    expect(itemFacts({ modelName: 'a name of ours', architecture: 'resnet50', inputSize: 224 })?.parameters).toBe(25_557_000)
    expect(itemFacts({ modelName: 'a name of ours', inputSize: 224 })).toBeUndefined()
  })
})

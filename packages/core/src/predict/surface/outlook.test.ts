import { describe, expect, it } from 'vitest'
import { HARDWARE } from '../../hardware/index.ts'
import { factsOf } from '../facts/facts.ts'
import { Codebook, covariances, pointsOf, similarityOf } from './kernel.ts'
import { KERNELS } from './kernels.ts'
import { NameSimilarity } from './name-similarity.ts'
import { emptyOutlook, Outlooks } from './outlook.ts'

/** Numbers in [0, 1) from a seed. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const names = ['resnet50', 'resnet101', 'vit_tiny', 'bert_base', 'mixnet_s']

function randomFacts(next: () => number) {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!
  const modelName = pick(names)
  return factsOf({
    platform: 'cuda',
    device: HARDWARE[0]!,
    mode: 'inference',
    phase: pick(['forward', 'prefill']),
    unit: 'sample',
    modelName,
    modelFamily: modelName.slice(0, 3),
    macs: 1e8 * 10 ** (3 * next()),
    parameters: 1e6 * 10 ** (2 * next()),
    inputSize: pick([128, 224, 384]),
    batchSize: Math.ceil(256 * next()),
    precision: pick(['fp16', 'fp32']),
    layers: Math.ceil(100 * next()),
  })
}

describe('an outlook', () => {
  it.each(KERNELS.map((kernel) => [kernel.name, kernel] as const))('gives the covariances of any batch under the kernel of %s', (_, kernel) => {
    const next = numbers(7)
    const all = Array.from({ length: 40 }, () => randomFacts(next))
    const codebook = new Codebook()
    const similarity = similarityOf(
      kernel,
      pointsOf(all, codebook),
      Int32Array.from(all, ({ baseName }) => names.indexOf(baseName)),
      new NameSimilarity(names),
    )
    for (let round = 0; round < 20; round++) {
      const asked = randomFacts(next)
      for (const batchSize of [1, 3, 64, 1000]) {
        const one = pointsOf([{ ...asked, batchSize }], codebook)
        const fresh = covariances(one, { ...similarity, outlooks: new Outlooks() })
        covariances(one, similarity).forEach((value, place) => {
          expect(Math.abs(value - fresh[place]!)).toBeLessThan(1e-11)
        })
      }
    }
    expect(similarity.outlooks.size).toBe(8)
  })

  it('is made for the second question about a model, and few are kept', () => {
    const outlooks = new Outlooks()
    expect(outlooks.find('a', () => emptyOutlook(1))).toBeUndefined()
    expect(outlooks.find('a', () => emptyOutlook(3))?.squares).toHaveLength(3)
    for (let model = 0; model < 200; model++) for (const _ of ['first', 'second']) outlooks.find(String(model), () => emptyOutlook(1))
    expect(outlooks.size).toBe(8)
  })
})

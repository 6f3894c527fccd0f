import { knownModel } from './known-model.ts'
import { RecentlyUsed } from './recently-used.ts'

/** Tokens of the context that caches are measured at: short enough for every model. */
const CONTEXT = 1024
const remembered = new RecentlyUsed<number | undefined>(4096)

/**
 * Bytes of keys and values in 16 bits that a language model keeps for each token it has read, from its graph; undefined when the catalogue has no graph of it.
 *
 * @example cacheBytesPerToken('Llama-3.1-8B') // 131_072: 32 layers x 2 x 8 heads x 128 x 2 bytes
 */
export function cacheBytesPerToken(modelName: string): number | undefined {
  return remembered.get(modelName, () => {
    const model = knownModel(modelName)
    if (model?.unit !== 'token') return undefined
    const context = Math.min(CONTEXT, model.longestSequence ?? CONTEXT) - 1
    const { cacheBytes } = model.costs({ batchSize: 1, phase: 'decode', sequenceLength: context, precision: 'fp16' })
    return cacheBytes > 0 ? cacheBytes / (context + 1) : undefined
  })
}

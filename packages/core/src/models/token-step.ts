import { knownModel } from './known-model.ts'
import { RecentlyUsed } from './recently-used.ts'

/** Tokens of the context that caches are measured at: short enough for every model. */
const CONTEXT = 1024

/** What writing one more token costs a language model. */
export interface TokenStep {
  /** Bytes of keys and values in 16 bits that it keeps for each token it has read; undefined when the catalogue has no graph of it. */
  readonly cacheBytesPerToken: number | undefined
  /** Matrix products, one after another. */
  readonly layers: number
}

const remembered = new RecentlyUsed<TokenStep | undefined>(4096)

/**
 * One step of a language model by its graph, or by its size where the catalogue has only figures of it; undefined for a name that is no known language model.
 *
 * @example tokenStep('Llama-3.1-8B') // { cacheBytesPerToken: 131_072, layers: 289 }: 32 layers x 2 x 8 heads x 128 x 2 bytes; 9 products in each of 32 layers, and the words
 */
export function tokenStep(modelName: string): TokenStep | undefined {
  return remembered.get(modelName, () => {
    const model = knownModel(modelName)
    if (model?.unit !== 'token') return undefined
    const context = Math.min(CONTEXT, model.longestSequence ?? CONTEXT) - 1
    const { cacheBytes, layers } = model.costs({ batchSize: 1, phase: 'decode', sequenceLength: context, precision: 'fp16' })
    return { cacheBytesPerToken: cacheBytes > 0 ? cacheBytes / (context + 1) : undefined, layers }
  })
}

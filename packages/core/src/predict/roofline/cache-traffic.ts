import { tokenStep } from '../../models/token-step.ts'
import type { Facts } from '../facts/facts.ts'

/** Bytes a token of the context keeps, of a model of 8 billion active parameters without a graph, and the power of the size it grows with: about the middle of known models. */
const USUAL = { bytes: 9e4, macs: 8e9, power: 0.45 }

/**
 * Bytes of keys and values that are read to write one more token of a text, half of its output being written; 0 for everything but a step of writing, and where the length of the context is not
 * stated.
 */
export function cacheTraffic({ workload: { phase, unit, modelName, architectureKey = '', inputSize = 0, outputLength = 0 }, macs }: Facts): number {
  const context = inputSize + outputLength / 2
  if (unit !== 'token' || !phase.startsWith('decode') || context === 0) return 0
  return context * (tokenStep(modelName)?.cacheBytesPerToken ?? tokenStep(architectureKey)?.cacheBytesPerToken ?? USUAL.bytes * (macs / USUAL.macs) ** USUAL.power)
}

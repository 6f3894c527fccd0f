import type { ModelCost } from './cost.ts'

/** How many times larger one model is than another: its weights, and the work of an item (the same but for mixtures of experts). */
export interface Factor {
  readonly size: number
  readonly work: number
}

/** Cost of a model of the same kind and another size: work grows as said, what grows with width by the power 2/3, what grows with depth by the power 1/3. */
export function byFactor(cost: ModelCost, { size, work }: Factor): ModelCost {
  const [wide, deep] = [work ** (2 / 3), work ** (1 / 3)]
  const weightBytes = cost.weightBytes * size
  return {
    items: cost.items,
    inputSize: cost.inputSize,
    parameters: Math.round(cost.parameters * size),
    macs: cost.macs * work,
    activations: cost.activations * wide,
    itemMacs: cost.itemMacs * work,
    ...(cost.itemActivations !== undefined && { itemActivations: cost.itemActivations * wide }),
    weightBytes,
    peakActivationBytes: cost.peakActivationBytes * wide,
    cacheBytes: cost.cacheBytes * wide,
    memoryTrafficBytes: cost.weightBytes * work + Math.max(0, cost.memoryTrafficBytes - cost.weightBytes) * wide,
    kernels: Math.max(1, Math.round(cost.kernels * deep)),
    layers: Math.max(1, Math.round(cost.layers * deep)),
  }
}

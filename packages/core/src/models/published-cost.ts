import type { PublishedCost } from './model.ts'

/** Elements written for each multiply-accumulate to the power 2/3, when nobody counted them: the median of 960 image networks counted by timm (5.9 M at 1 GMAC). */
const ACTIVATIONS_AT_ONE_GMAC = 5.9e6
const ONE_GMAC = 1e9

/** Costs of one item at a size, read off published ones. */
export interface ItemCost {
  readonly inputSize: number
  readonly macs: number
  readonly activations: number
}

/**
 * Costs at `size`: as published there, else on the line through the two nearest sizes (both axes logarithmic), else growing with the area from the nearest one.
 *
 * @example
 * costAt([{ inputSize: 224, macs: 4.11e9 }, { inputSize: 288, macs: 6.8e9 }], 256)?.macs // 5.38e9
 */
export function costAt(published: readonly PublishedCost[], size: number): ItemCost | undefined {
  const costs = published.filter(({ inputSize }) => inputSize > 0)
  if (costs.length === 0) return published[0] && itemCost(published[0], size)
  const below = costs.findLast(({ inputSize }) => inputSize <= size)
  const above = costs.find(({ inputSize }) => inputSize >= size)
  if (below !== undefined && above !== undefined && below !== above) return between(itemCost(below), itemCost(above), size)
  const nearest = itemCost((below ?? above)!)
  const growth = (size / nearest.inputSize) ** 2
  return { inputSize: size, macs: nearest.macs * growth, activations: nearest.activations * growth }
}

function itemCost({ inputSize, macs, activations }: PublishedCost, size = inputSize): ItemCost {
  return { inputSize: size, macs, activations: activations ?? estimatedActivations(macs) }
}

/** Elements written, estimated from multiply-accumulates. */
export const estimatedActivations = (macs: number): number => ACTIVATIONS_AT_ONE_GMAC * (macs / ONE_GMAC) ** (2 / 3)

function between(a: ItemCost, b: ItemCost, size: number): ItemCost {
  const share = Math.log(size / a.inputSize) / Math.log(b.inputSize / a.inputSize)
  const blend = (x: number, y: number) => Math.exp((1 - share) * Math.log(x) + share * Math.log(y))
  return { inputSize: size, macs: blend(a.macs, b.macs), activations: blend(a.activations, b.activations) }
}

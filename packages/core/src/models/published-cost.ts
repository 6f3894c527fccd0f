import type { ModelUnit, PublishedCost } from './model.ts'

/** Costs of one item at a size. */
export interface ItemCost {
  readonly inputSize: number
  readonly macs: number
  readonly activations: number
}

/** How the work of an item grows with its size: with the area of an image, with the length of a text, not at all. */
export type Growth = 0 | 1 | 2

/**
 * Costs at `size`: as published there, else on the line through the two nearest sizes (both axes logarithmic), else grown from the nearest one.
 *
 * @example
 * costAt([{ inputSize: 224, macs: 4.11e9 }, { inputSize: 288, macs: 6.8e9 }], 256, { growth: 2, unit: 'sample' }).macs // 5.38e9
 */
export function costAt(published: readonly [PublishedCost, ...PublishedCost[]], size: number, { growth, unit }: { readonly growth: Growth; readonly unit: ModelUnit }): ItemCost {
  const below = published.findLast(({ inputSize }) => inputSize <= size)
  const above = published.find(({ inputSize }) => inputSize >= size)
  const nearest = complete(below ?? above ?? published[0], unit)
  if (growth === 0 || nearest.inputSize <= 0) return { ...nearest, inputSize: size }
  if (below !== undefined && above !== undefined && below !== above && below.inputSize > 0) return between(nearest, complete(above, unit), size)
  const factor = (size / nearest.inputSize) ** growth
  return { inputSize: size, macs: nearest.macs * factor, activations: nearest.activations * factor }
}

const complete = ({ inputSize, macs, activations }: PublishedCost, unit: ModelUnit): ItemCost => ({ inputSize, macs, activations: activations ?? estimatedActivations(macs, unit) })

/** Elements that matrix products and convolutions write at a billion multiply-accumulates, and the power they grow with: fitted to 1,312 counts of image networks by timm, and to Llama 2 7B and 70B for a token. */
const WRITTEN: Readonly<Record<ModelUnit, { readonly atBillion: number; readonly power: number }>> = {
  sample: { atBillion: 5.9e6, power: 2 / 3 },
  token: { atBillion: 0.38e6, power: 3 / 4 },
}

function estimatedActivations(macs: number, unit: ModelUnit): number {
  const { atBillion, power } = WRITTEN[unit]
  return atBillion * (macs / 1e9) ** power
}

function between(a: ItemCost, b: ItemCost, size: number): ItemCost {
  const share = Math.log(size / a.inputSize) / Math.log(b.inputSize / a.inputSize)
  const blend = (x: number, y: number) => Math.exp((1 - share) * Math.log(x) + share * Math.log(y))
  return { inputSize: size, macs: blend(a.macs, b.macs), activations: blend(a.activations, b.activations) }
}

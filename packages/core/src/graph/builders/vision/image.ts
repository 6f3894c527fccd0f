import type { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'
import { checkedCount, LIMITS } from '../../limits.ts'
import type { BuildSize } from '../model-builder.ts'

/** Size of an image model with defaults filled in and bounds checked. Throws `invalid_model`. */
export function checkedImageSize(size: BuildSize, defaultSize: number) {
  return {
    batch: checkedCount('batch_size', size.batch, LIMITS.batch),
    side: checkedCount('image_size', size.imageSize ?? defaultSize, LIMITS.length),
    precision: size.precision ?? 'fp32',
  } as const
}

/** A colour image of the given side, [batch, 3, side, side]. */
export function pixels(b: GraphBuilder, { batch, side }: { readonly batch: number; readonly side: number }): Tensor {
  return b.input('pixel_values', [batch, 3, side, side])
}

/** Mean over the image, [batch, channels]. */
export function pooled(b: GraphBuilder, x: Tensor): Tensor {
  return b.reshape(b.globalAveragePool(x), [x.shape[0]!, x.shape[1]!])
}

/** Channels last, so that a layer norm or a linear layer works on channels, and back. */
export const channelsLast = (b: GraphBuilder, x: Tensor): Tensor => b.transpose(x, [0, 2, 3, 1])
export const channelsFirst = (b: GraphBuilder, x: Tensor): Tensor => b.transpose(x, [0, 3, 1, 2])

/** The multiple of 8 next to a scaled width, at least 8 and not below 90 % of it: how the mobile networks round their channels. Sandler et al. 2018. */
export function roundedChannels(width: number): number {
  const rounded = Math.max(8, Math.floor((width + 4) / 8) * 8)
  return rounded < 0.9 * width ? rounded + 8 : rounded
}

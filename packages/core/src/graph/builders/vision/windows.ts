import type { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'

/** How an image of tokens is cut into square windows. */
export interface Window {
  readonly batch: number
  readonly side: number
  /** Tokens of the image, whole numbers of windows. */
  readonly height: number
  readonly width: number
  /** Places the image is rolled by before it is cut. */
  readonly shift: number
}

/** [batch, height, width, channels] to [batch x windows, side x side, channels]. */
export function windowsOf(b: GraphBuilder, x: Tensor, { batch, side, height, width }: Window): Tensor {
  const channels = x.shape[3]!
  const cut = b.reshape(x, [batch, height / side, side, width / side, side, channels])
  return b.reshape(b.transpose(cut, [0, 1, 3, 2, 4, 5]), [(batch * height * width) / side ** 2, side * side, channels])
}

/** The way back. */
export function withoutWindows(b: GraphBuilder, x: Tensor, { batch, side, height, width }: Window): Tensor {
  const channels = x.shape[2]!
  const cut = b.reshape(x, [batch, height / side, width / side, side, side, channels])
  return b.reshape(b.transpose(cut, [0, 1, 3, 2, 4, 5]), [batch, height, width, channels])
}

/** The image of tokens moved up and left by `shift` places, what falls out comes in at the other end; negative moves back. */
export function rolled(b: GraphBuilder, x: Tensor, shift: number): Tensor {
  if (shift === 0) return x
  let result = x
  for (const axis of [1, 2]) {
    const size = x.shape[axis]!
    const at = shift > 0 ? shift : size + shift
    result = b.concat([b.slice(result, axis, at, size), b.slice(result, axis, 0, at)], axis)
  }
  return result
}

/** For each pair of tokens of a window the row of the table of distances, [tokens, tokens]; the table has (2 side - 1)^2 rows. */
export function distanceIndex(b: GraphBuilder, side: number): Tensor {
  const tokens = side * side
  const distance = (rows: boolean) => {
    const grid = b.reshape(b.expand(b.reshape(b.range(0, side), rows ? [side, 1] : [1, side]), [side, side]), [tokens])
    return b.add(b.sub(b.reshape(grid, [tokens, 1]), b.reshape(grid, [1, tokens])), side - 1)
  }
  return b.add(b.mul(distance(true), 2 * side - 1), distance(false))
}

/** A learnt bias for every head and every distance inside a window, [heads, tokens, tokens]. */
export function windowBias(b: GraphBuilder, heads: number, side: number, index: Tensor): Tensor {
  return b.transpose(b.embedding(index, 'distance_bias', (2 * side - 1) ** 2, heads), [2, 0, 1])
}

/** -100 between tokens that came together only because the image was rolled, [batch x windows, 1, tokens, tokens]. */
export function windowMask(b: GraphBuilder, window: Window): Tensor {
  const { batch, side, height, width } = window
  const tokens = side * side
  const count = (height * width) / tokens
  const regions = b.add(b.mul(b.reshape(region(b, height, window), [1, height, 1, 1]), 3), b.reshape(region(b, width, window), [1, 1, width, 1]))
  const cut = windowsOf(b, regions, { ...window, batch: 1 })
  const same = b.node('Equal', [b.reshape(cut, [count, 1, 1, tokens]), b.reshape(cut, [count, 1, tokens, 1])])
  const mask = b.node('Where', [same, b.constant(0), b.constant(-100)])
  return batch === 1 ? mask : b.reshape(b.expand(b.reshape(mask, [1, count, 1, tokens, tokens]), [batch, count, 1, tokens, tokens]), [batch * count, 1, tokens, tokens])
}

/** Which of three stripes of a rolled axis a place is in: untouched, before the seam, behind it. */
function region(b: GraphBuilder, length: number, { side, shift }: Window): Tensor {
  const stripe = Array.from({ length }, (_, i) => (i < length - side ? 0 : i < length - shift ? 1 : 2))
  return b.constant(stripe, 'int64')
}

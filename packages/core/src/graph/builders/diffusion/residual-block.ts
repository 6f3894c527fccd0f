import { ACTIVATIONS } from '../../blocks/activation.ts'
import type { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'

const GROUPS = 32

/** Group norm and swish, which runtimes run as one kernel. */
export function normedSwish(b: GraphBuilder, x: Tensor, name: string): Tensor {
  return b.fusible('group_norm', () => ACTIVATIONS.silu(b, b.groupNorm(x, name, Math.min(GROUPS, x.shape[1]!))))
}

/** Two 3 x 3 convolutions with norms, a shortcut, and the time of the diffusion added in between when it is given. */
export function residualBlock(b: GraphBuilder, x: Tensor, channels: number, time?: Tensor): Tensor {
  let states = b.conv(normedSwish(b, x, 'norm1'), 'conv1', { channels, kernel: 3, padding: 1 })
  if (time !== undefined) states = b.add(states, b.reshape(b.linear(ACTIVATIONS.silu(b, time), 'time', channels), [x.shape[0]!, channels, 1, 1]))
  states = b.conv(normedSwish(b, states, 'norm2'), 'conv2', { channels, kernel: 3, padding: 1 })
  return b.add(states, x.shape[1] === channels ? x : b.conv(x, 'shortcut', { channels, kernel: 1 }))
}

/** [batch, channels, height, width] as [batch, height x width, channels]. */
export function asTokens(b: GraphBuilder, x: Tensor): Tensor {
  const [batch, channels, height, width] = x.shape as [number, number, number, number]
  return b.transpose(b.reshape(x, [batch, channels, height * width]), [0, 2, 1])
}

/** The way back, to the shape of `like`. */
export function asImage(b: GraphBuilder, tokens: Tensor, like: Tensor): Tensor {
  return b.reshape(b.transpose(tokens, [0, 2, 1]), like.shape)
}

/** Twice as large by repetition (or as large as `like`), then a 3 x 3 convolution. */
export function upsampled(b: GraphBuilder, x: Tensor, like?: Tensor): Tensor {
  const [batch, channels, height, width] = x.shape as [number, number, number, number]
  const [rows, columns] = [like?.shape[2] ?? 2 * height, like?.shape[3] ?? 2 * width]
  return b.conv(b.resize(x, [batch, channels, rows, columns]), 'upsample', { channels, kernel: 3, padding: 1 })
}

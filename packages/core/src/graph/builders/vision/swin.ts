import { attention } from '../../blocks/attention.ts'
import { feedForward } from '../../blocks/feed-forward.ts'
import { GraphBuilder } from '../../builder.ts'
import type { Tensor } from '../../graph.ts'
import type { ModelBuilder } from '../model-builder.ts'
import { channelsLast, checkedImageSize, pixels } from './image.ts'
import { distanceIndex, rolled, type Window, windowBias, windowMask, windowsOf, withoutWindows } from './windows.ts'

/** Swin transformer: attention inside windows that shift from layer to layer. Liu et al. 2021. */
export interface SwinConfig {
  /** Channels of the first stage; every later stage has twice as many. */
  readonly width: number
  readonly depths: readonly number[]
  readonly heads: readonly number[]
  readonly window: number
  readonly patch: number
  readonly imageSize: number
  readonly classes: number
}

const BIASES = ['query', 'key', 'value', 'output', 'up', 'down', 'norm'] as const

/** Graph of a Swin transformer: an image [batch, 3, side, side] to scores [batch, classes]. */
export const swin: ModelBuilder<SwinConfig> = {
  id: 'swin',
  title: 'Swin transformer',
  input: 'image',
  defaultSize: 224,
  generates: false,
  build: (config, size) => {
    const image = checkedImageSize(size, config.imageSize)
    const b = new GraphBuilder('swin', image.precision)
    const patches = b.conv(pixels(b, image), 'patches', { channels: config.width, kernel: config.patch, stride: config.patch })
    let x = b.layerNorm(channelsLast(b, patches), 'patches_norm')
    const shared: Shared = { indices: new Map(), masks: new Map() }
    config.depths.forEach((depth, stage) => {
      if (stage > 0) x = b.scope(`merge.${stage}`, () => merged(b, x))
      for (let i = 0; i < depth; i++) x = b.scope(`stage.${stage}.${i}`, () => layer(b, x, config.heads[stage]!, config.window, i % 2 === 1, shared))
    })
    b.output(b.linear(b.reduce('Mean', b.layerNorm(x, 'norm'), [1, 2], { keep: false }), 'classifier', config.classes))
    return b.build()
  },
}

/** What layers of one window, or one image of windows, have in common. */
interface Shared {
  readonly indices: Map<number, Tensor>
  readonly masks: Map<string, Tensor>
}

/** x [batch, height, width, channels] through one layer. An image that is no whole number of windows gets zeros at its ends. */
function layer(b: GraphBuilder, x: Tensor, heads: number, size: number, shifted: boolean, shared: Shared): Tensor {
  const [batch, height, width, channels] = x.shape as [number, number, number, number]
  const side = Math.min(size, height, width)
  const rounded = (length: number) => Math.ceil(length / side) * side
  const window: Window = { batch, side, height: rounded(height), width: rounded(width), shift: shifted && Math.min(height, width) > size ? Math.floor(side / 2) : 0 }
  const normed = b.layerNorm(x, 'attention_norm')
  const padded = window.height === height && window.width === width ? normed : b.pad(normed, [0, 0, 0, 0, 0, window.height - height, window.width - width, 0])
  const index = remembered(shared.indices, side, () => distanceIndex(b, side))
  const mask = window.shift === 0 ? undefined : remembered(shared.masks, `${window.height} x ${window.width}`, () => windowMask(b, window))
  const windows = windowsOf(b, rolled(b, padded, window.shift), window)
  const attended = b.scope('attention', () => attention(b, windows, { heads, biases: BIASES }, { masks: [windowBias(b, heads, side, index), mask] }))
  const whole = rolled(b, withoutWindows(b, attended, window), -window.shift)
  const cut = padded === normed ? whole : b.slice(b.slice(whole, 1, 0, height), 2, 0, width)
  const states = b.add(x, cut)
  const thought = b.scope('feed_forward', () => feedForward(b, b.layerNorm(states, 'norm'), { intermediate: 4 * channels, activation: 'gelu', biases: BIASES }))
  return b.add(states, thought)
}

function remembered<Key>(known: Map<Key, Tensor>, key: Key, make: () => Tensor): Tensor {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}

/** Four neighbours into one place with twice the channels. */
function merged(b: GraphBuilder, x: Tensor): Tensor {
  const [batch, height, width, channels] = x.shape as [number, number, number, number]
  const even = height % 2 === 0 && width % 2 === 0 ? x : b.pad(x, [0, 0, 0, 0, 0, height % 2, width % 2, 0])
  const [rows, columns] = [Math.ceil(height / 2), Math.ceil(width / 2)]
  const grouped = b.transpose(b.reshape(even, [batch, rows, 2, columns, 2, channels]), [0, 1, 3, 4, 2, 5])
  return b.linear(b.layerNorm(b.reshape(grouped, [batch, rows, columns, 4 * channels]), 'norm'), 'reduction', 2 * channels, { bias: false })
}

import type { ElementType, Shape, Tensor } from './graph.ts'
import { GraphWriter } from './graph-writer.ts'

/** Of a convolution or a window: a number stands for every spatial axis. */
export interface WindowOptions {
  readonly kernel: number | readonly number[]
  readonly stride?: number | readonly number[]
  /** Zeros on both sides of each axis (a number or one per axis), all begins then all ends (two per axis), or `same`: so that the result has size / stride, the odd zero at the end. Default 0. */
  readonly padding?: number | readonly number[] | 'same'
  readonly dilation?: number | readonly number[]
}

export interface ConvOptions extends WindowOptions {
  readonly channels: number
  readonly groups?: number
  /** Default true. */
  readonly bias?: boolean
}

type Operand = Tensor | number

/**
 * Writes a graph in the words of layers. Each method adds one operator (or the few it says) and gives its result; learnt tensors are `<name>.weight` and `<name>.bias` in the scope.
 *
 * @example
 * const b = new GraphBuilder('classifier', 'fp16')
 * const x = b.conv(b.input('pixels', [8, 3, 224, 224]), 'stem', { channels: 64, kernel: 7, stride: 2, padding: 3, bias: false })
 * b.output(b.linear(b.reshape(b.globalAveragePool(b.relu(x)), [8, 64]), 'head', 1000))
 */
export class GraphBuilder extends GraphWriter {
  matMul(a: Tensor, b: Tensor): Tensor {
    return this.node('MatMul', [a, b])
  }

  /** Product with a learnt matrix [last axis, size], and a learnt bias unless told otherwise. */
  linear(x: Tensor, name: string, size: number, { bias = true }: { readonly bias?: boolean } = {}): Tensor {
    const product = this.matMul(x, this.weight(`${name}.weight`, [x.shape.at(-1)!, size]))
    return bias ? this.add(product, this.weight(`${name}.bias`, [size])) : product
  }

  /** Convolution over all axes behind [batch, channels]. */
  conv(x: Tensor, name: string, { channels, groups = 1, bias = true, ...window }: ConvOptions): Tensor {
    const kernel = perAxis(x, window.kernel)
    const weight = this.weight(`${name}.weight`, [channels, x.shape[1]! / groups, ...kernel])
    return this.node('Conv', bias ? [x, weight, this.weight(`${name}.bias`, [channels])] : [x, weight], { ...windowAttributes(x, window), group: groups })
  }

  convTranspose(x: Tensor, name: string, { channels, groups = 1, bias = true, ...window }: ConvOptions): Tensor {
    const weight = this.weight(`${name}.weight`, [x.shape[1]!, channels / groups, ...perAxis(x, window.kernel)])
    return this.node('ConvTranspose', bias ? [x, weight, this.weight(`${name}.bias`, [channels])] : [x, weight], { ...windowAttributes(x, window), group: groups })
  }

  /** Rows of a learnt table [count, size] by index. */
  embedding(indices: Tensor, name: string, count: number, size: number): Tensor {
    return this.node('Gather', [this.weight(`${name}.weight`, [count, size]), indices], { axis: 0 })
  }

  /** Rows start to end (exclusive) of a table of positions; positions beyond the table share its last row. */
  positions(table: Tensor, start: number, end: number): Tensor {
    const rows = table.shape[0]!
    const indices = this.range(start, end)
    return this.node('Gather', [table, end > rows ? this.node('Min', [indices, this.constant(rows - 1, 'int64')]) : indices], { axis: 0 })
  }

  layerNorm(x: Tensor, name: string, { epsilon = 1e-5, bias = true }: { readonly epsilon?: number; readonly bias?: boolean } = {}): Tensor {
    const size = [x.shape.at(-1)!]
    const scale = this.weight(`${name}.weight`, size)
    return this.node('LayerNormalization', bias ? [x, scale, this.weight(`${name}.bias`, size)] : [x, scale], { axis: -1, epsilon })
  }

  /** x / sqrt(mean(x^2) + epsilon) * weight, in single precision: ONNX has no operator for it before version 23, so it is composed as exporters do. */
  rmsNorm(x: Tensor, name: string, { epsilon = 1e-6 }: { readonly epsilon?: number } = {}): Tensor {
    return this.fusible('rms_norm', () => {
      const wide = this.single(x)
      const mean = this.reduce('Mean', this.mul(wide, wide), [-1])
      const normed = this.div(wide, this.node('Sqrt', [this.add(mean, epsilon)]))
      return this.mul(this.cast(normed, x.type), this.weight(`${name}.weight`, [x.shape.at(-1)!]))
    })
  }

  /** Scale and shift by channel (axis 1); running mean and variance are weights of the ONNX operator but no parameters: they are constants of the layer, counted like PyTorch's buffers (not at all). */
  batchNorm(x: Tensor, name: string, { epsilon = 1e-5 }: { readonly epsilon?: number } = {}): Tensor {
    const size = [x.shape[1]!]
    const learnt = ['weight', 'bias'].map((part) => this.weight(`${name}.${part}`, size))
    const running = ['running_mean', 'running_var'].map((part) => this.buffer(`${name}.${part}`, size))
    return this.node('BatchNormalization', [x, ...learnt, ...running], { epsilon })
  }

  groupNorm(x: Tensor, name: string, groups: number, { epsilon = 1e-5 }: { readonly epsilon?: number } = {}): Tensor {
    const size = [x.shape[1]!]
    return this.node('GroupNormalization', [x, this.weight(`${name}.weight`, size), this.weight(`${name}.bias`, size)], { num_groups: groups, epsilon })
  }

  softmax(x: Tensor, axis = -1): Tensor {
    return this.node('Softmax', [x], { axis })
  }

  add(a: Tensor, b: Operand): Tensor {
    return this.#binary('Add', a, b)
  }

  sub(a: Tensor, b: Operand): Tensor {
    return this.#binary('Sub', a, b)
  }

  mul(a: Tensor, b: Operand): Tensor {
    return this.#binary('Mul', a, b)
  }

  div(a: Tensor, b: Operand): Tensor {
    return this.#binary('Div', a, b)
  }

  /** ONNX Gelu (version 20): exact with erf, or the tanh approximation. */
  gelu(x: Tensor, approximate: 'none' | 'tanh' = 'none'): Tensor {
    return this.node('Gelu', [x], { approximate })
  }

  relu(x: Tensor): Tensor {
    return this.node('Relu', [x])
  }

  sigmoid(x: Tensor): Tensor {
    return this.node('Sigmoid', [x])
  }

  tanh(x: Tensor): Tensor {
    return this.node('Tanh', [x])
  }

  /** Any operator of one input without attributes: Exp, Neg, HardSwish ... */
  unary(operator: string, x: Tensor): Tensor {
    return this.node(operator, [x])
  }

  clip(x: Tensor, low: number, high: number): Tensor {
    return this.node('Clip', [x, this.constant(low, x.type), this.constant(high, x.type)])
  }

  /** The same values in another element type; nothing when they have it. */
  cast(x: Tensor, to: ElementType): Tensor {
    return x.type === to ? x : this.node('Cast', [x], { to })
  }

  /** 16-bit floats in single precision, for sums that would lose digits or overflow. */
  single(x: Tensor): Tensor {
    return x.type === 'float16' || x.type === 'bfloat16' ? this.cast(x, 'float32') : x
  }

  reduce(kind: 'Mean' | 'Sum' | 'Max' | 'L2', x: Tensor, axes: readonly number[], { keep = true }: { readonly keep?: boolean } = {}): Tensor {
    return this.node(`Reduce${kind}`, [x, this.integers(axes)], { keepdims: keep ? 1 : 0 })
  }

  reshape(x: Tensor, shape: Shape): Tensor {
    return this.node('Reshape', [x, this.integers(shape)])
  }

  transpose(x: Tensor, order: readonly number[]): Tensor {
    return this.node('Transpose', [x], { perm: order })
  }

  concat(parts: readonly Tensor[], axis: number): Tensor {
    return this.node('Concat', parts, { axis })
  }

  /** Cached rows with new ones behind them (axis 2), handed to the next step under `name`. */
  append(past: Tensor | undefined, made: Tensor, name: string): Tensor {
    return this.output(this.node('Concat', past === undefined ? [made] : [past, made], { axis: 2 }, { name, role: 'cache' }))
  }

  /** Parts of the given sizes along an axis. */
  split(x: Tensor, sizes: readonly number[], axis: number): readonly Tensor[] {
    return this.nodes('Split', [x, this.integers(sizes)], { axis })
  }

  /** Positions start to end (exclusive; negative ones count from the back) of one axis, every `step`-th. */
  slice(x: Tensor, axis: number, start: number, end: number, step = 1): Tensor {
    return this.node('Slice', [x, ...[start, end, axis, step].map((value) => this.integers([value]))])
  }

  /** Entry `index` of an axis, which is dropped. */
  take(x: Tensor, axis: number, index: number): Tensor {
    return this.node('Gather', [x, this.constant(index, 'int64')], { axis })
  }

  expand(x: Tensor, shape: Shape): Tensor {
    return this.node('Expand', [x, this.integers(shape)])
  }

  /** Zeros around: all begins, then all ends, one per axis. */
  pad(x: Tensor, pads: readonly number[]): Tensor {
    return this.node('Pad', [x, this.integers(pads)], { mode: 'constant' })
  }

  /** Whole numbers from start up to (not including) end. */
  range(start: number, end: number): Tensor {
    return this.node(
      'Range',
      [start, end, 1].map((value) => this.constant(value, 'int64')),
    )
  }

  resize(x: Tensor, shape: Shape, mode: 'nearest' | 'linear' | 'cubic' = 'nearest'): Tensor {
    return this.node('Resize', [x, undefined, undefined, this.integers(shape)], { mode })
  }

  maxPool(x: Tensor, window: WindowOptions & { readonly ceil?: boolean }): Tensor {
    return this.node('MaxPool', [x], { ...windowAttributes(x, window), ceil_mode: window.ceil === true ? 1 : 0 })
  }

  averagePool(x: Tensor, window: WindowOptions & { readonly ceil?: boolean }): Tensor {
    return this.node('AveragePool', [x], { ...windowAttributes(x, window), ceil_mode: window.ceil === true ? 1 : 0 })
  }

  /** Mean over all spatial axes, which stay with size 1. */
  globalAveragePool(x: Tensor): Tensor {
    return this.node('GlobalAveragePool', [x])
  }

  #binary(operator: string, a: Tensor, b: Operand): Tensor {
    return this.node(operator, [a, typeof b === 'number' ? this.constant(b, a.type) : b])
  }
}

function perAxis(x: Tensor, value: number | readonly number[]): readonly number[] {
  return typeof value === 'number' ? x.shape.slice(2).map(() => value) : value
}

function windowAttributes(x: Tensor, { kernel, stride = 1, padding = 0, dilation = 1 }: WindowOptions) {
  const sizes = { kernel: perAxis(x, kernel), strides: perAxis(x, stride), dilations: perAxis(x, dilation) }
  return { kernel_shape: sizes.kernel, strides: sizes.strides, dilations: sizes.dilations, pads: padding === 'same' ? samePads(x, sizes) : bothEnds(x, padding) }
}

function bothEnds(x: Tensor, padding: number | readonly number[]): readonly number[] {
  const begins = perAxis(x, padding)
  return begins.length > x.shape.length - 2 ? begins : [...begins, ...begins]
}

function samePads(x: Tensor, { kernel, strides, dilations }: { readonly kernel: Shape; readonly strides: Shape; readonly dilations: Shape }): readonly number[] {
  const totals = x.shape.slice(2).map((size, i) => {
    const wanted = Math.ceil(size / strides[i]!)
    return Math.max(0, (wanted - 1) * strides[i]! + dilations[i]! * (kernel[i]! - 1) + 1 - size)
  })
  return [...totals.map((total) => Math.floor(total / 2)), ...totals.map((total) => Math.ceil(total / 2))]
}

import type { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'

const swish = (b: GraphBuilder, x: Tensor) => b.mul(x, b.sigmoid(x))

/** Activation functions by the names configurations give them, as ONNX operators. */
export const ACTIVATIONS = {
  relu: (b: GraphBuilder, x: Tensor) => b.relu(x),
  relu2: (b: GraphBuilder, x: Tensor) => {
    const positive = b.relu(x)
    return b.mul(positive, positive)
  },
  relu6: (b: GraphBuilder, x: Tensor) => b.clip(x, 0, 6),
  gelu: (b: GraphBuilder, x: Tensor) => b.gelu(x),
  gelu_tanh: (b: GraphBuilder, x: Tensor) => b.gelu(x, 'tanh'),
  quick_gelu: (b: GraphBuilder, x: Tensor) => b.mul(x, b.sigmoid(b.mul(x, 1.702))),
  silu: swish,
  hard_swish: (b: GraphBuilder, x: Tensor) => b.unary('HardSwish', x),
  hard_sigmoid: (b: GraphBuilder, x: Tensor) => b.node('HardSigmoid', [x], { alpha: 1 / 6, beta: 0.5 }),
  sigmoid: (b: GraphBuilder, x: Tensor) => b.sigmoid(x),
  tanh: (b: GraphBuilder, x: Tensor) => b.tanh(x),
  mish: (b: GraphBuilder, x: Tensor) => b.unary('Mish', x),
} as const

/** Name of an activation function. */
export type Activation = keyof typeof ACTIVATIONS

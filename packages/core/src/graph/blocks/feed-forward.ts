import type { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'
import { ACTIVATIONS, type Activation } from './activation.ts'
import type { BiasPlace } from './attention.ts'

export interface FeedForwardConfig {
  /** Width of the inner layer. */
  readonly intermediate: number
  readonly activation: Activation
  /** down(activation(gate x) * up x), as in Llama, instead of down(activation(up x)). */
  readonly gated?: boolean
  readonly biases: readonly BiasPlace[]
}

/** Two linear layers with an activation between, or three with a gate; weights are up, down and gate. */
export function feedForward(b: GraphBuilder, x: Tensor, { intermediate, activation, gated = false, biases }: FeedForwardConfig): Tensor {
  const linear = (input: Tensor, name: 'gate' | 'up' | 'down', size: number) => b.linear(input, name, size, { bias: biases.includes(name) })
  const active = ACTIVATIONS[activation](b, linear(x, gated ? 'gate' : 'up', intermediate))
  return linear(gated ? b.mul(active, linear(x, 'up', intermediate)) : active, 'down', x.shape.at(-1)!)
}

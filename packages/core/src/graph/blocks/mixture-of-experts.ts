import type { GraphBuilder } from '../builder.ts'
import type { Tensor } from '../graph.ts'
import { ACTIVATIONS } from './activation.ts'
import { type FeedForwardConfig, feedForward } from './feed-forward.ts'

export interface ExpertsConfig {
  readonly count: number
  /** Experts each token goes to. */
  readonly active: number
  readonly intermediate: number
  /** Inner width of the expert every token goes to, if there is one. */
  readonly shared?: number
  /** Whether the shared expert's result is weighted by a learnt sigmoid. */
  readonly sharedGate?: boolean
}

/**
 * Mixture of experts: a router chooses `active` experts for each token. With fewer choices than experts (a small batch of a decode step) the matrices of the chosen experts are
 * selected and each choice is its own product. With more, every expert takes an equal share of tokens (capacity = tokens x active / count, rounded up), all experts in one grouped product.
 * Both count tokens x active products and read no more weights than are used.
 */
export function mixtureOfExperts(b: GraphBuilder, x: Tensor, config: FeedForwardConfig, experts: ExpertsConfig): Tensor {
  const [batch, sequence, width] = x.shape as [number, number, number]
  const tokens = b.reshape(x, [batch * sequence, width])
  const scores = b.softmax(b.linear(tokens, 'router', experts.count, { bias: false }))
  const isSparse = batch * sequence * experts.active < experts.count
  const routed = (isSparse ? chosenExperts : balancedExperts)(b, tokens, scores, config, experts)
  const all = experts.shared === undefined ? routed : b.add(routed, sharedExpert(b, tokens, config, experts))
  return b.reshape(all, [batch, sequence, width])
}

/** Every (token, choice) is a product of one row with the matrices of its expert. */
function chosenExperts(b: GraphBuilder, tokens: Tensor, scores: Tensor, config: FeedForwardConfig, experts: ExpertsConfig): Tensor {
  const [count, width] = tokens.shape as [number, number]
  const [weights, choices] = b.nodes('TopK', [scores, b.integers([experts.active])], { axis: -1 })
  const flat = b.reshape(choices!, [count * experts.active])
  const rows = b.reshape(b.expand(b.reshape(tokens, [count, 1, width]), [count, experts.active, width]), [count * experts.active, 1, width])
  const results = expertLayers(b, rows, config, experts, (matrix) => b.node('Gather', [matrix, flat], { axis: 0 }))
  const weighted = b.mul(b.reshape(results, [count, experts.active, width]), b.reshape(weights!, [count, experts.active, 1]))
  return b.reduce('Sum', weighted, [1], { keep: false })
}

/** Every expert takes the tokens that score highest for it, the same number each. */
function balancedExperts(b: GraphBuilder, tokens: Tensor, scores: Tensor, config: FeedForwardConfig, experts: ExpertsConfig): Tensor {
  const [count, width] = tokens.shape as [number, number]
  const capacity = Math.min(count, Math.ceil((count * experts.active) / experts.count))
  const [weights, chosen] = b.nodes('TopK', [b.transpose(scores, [1, 0]), b.integers([capacity])], { axis: -1 })
  const rows = b.node('Gather', [tokens, chosen!], { axis: 0 })
  const results = b.mul(
    expertLayers(b, rows, config, experts, (matrix) => matrix),
    b.reshape(weights!, [experts.count, capacity, 1]),
  )
  const places = b.reshape(chosen!, [experts.count * capacity, 1])
  const parts = b.single(b.reshape(results, [experts.count * capacity, width]))
  const zeros = b.expand(b.constant(0, parts.type), [count, width])
  return b.cast(b.node('ScatterND', [zeros, places, parts], { reduction: 'add' }), tokens.type)
}

function expertLayers(b: GraphBuilder, rows: Tensor, { activation, gated = false }: FeedForwardConfig, experts: ExpertsConfig, select: (matrix: Tensor) => Tensor): Tensor {
  const width = rows.shape.at(-1)!
  const matrix = (name: string, from: number, to: number) => select(b.weight(`experts.${name}.weight`, [experts.count, from, to]))
  const active = ACTIVATIONS[activation](b, b.matMul(rows, matrix(gated ? 'gate' : 'up', width, experts.intermediate)))
  const inner = gated ? b.mul(active, b.matMul(rows, matrix('up', width, experts.intermediate))) : active
  return b.matMul(inner, matrix('down', experts.intermediate, width))
}

function sharedExpert(b: GraphBuilder, tokens: Tensor, config: FeedForwardConfig, { shared, sharedGate = false }: ExpertsConfig): Tensor {
  const result = b.scope('shared_expert', () => feedForward(b, tokens, { ...config, intermediate: shared! }))
  return sharedGate ? b.mul(result, b.sigmoid(b.linear(tokens, 'shared_expert_gate', 1, { bias: false }))) : result
}

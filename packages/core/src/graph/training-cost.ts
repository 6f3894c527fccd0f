import { type CostOptions, costOf, type ResolvedNode, resolve } from './cost.ts'
import { bytesOf } from './element-type.ts'
import { fusionOf, NO_FUSION } from './fusion.ts'
import type { Graph, GraphCost } from './graph.ts'
import { ownersOf } from './liveness.ts'

/** Numbers in single precision that an optimiser keeps for each parameter. */
export const OPTIMIZER_STATES = { sgd: 0, momentum: 1, adam: 2 } as const
export type Optimizer = keyof typeof OPTIMIZER_STATES

/** How a step is trained. */
export interface TrainingOptions extends CostOptions {
  /** Default adam. */
  readonly optimizer?: Optimizer
}

/** What one step of training costs: forward, backward, update. */
export interface TrainingCost extends Pick<GraphCost, 'macs' | 'flops' | 'parameters' | 'weightBytes' | 'memoryTrafficBytes' | 'kernels'> {
  readonly gradientBytes: number
  /** States of the optimiser, and single-precision copies of weights that are stored in fewer bits. */
  readonly optimizerBytes: number
  /** What the forward pass leaves for the backward pass. */
  readonly keptActivationBytes: number
  /** Weights, gradients, optimiser and kept activations, and the gradient of the largest activation while it and its successor exist. */
  readonly peakMemoryBytes: number
}

/**
 * Cost of one training step of a graph built for the phase `forward`. The backward pass has two products for each of the forward pass, so arithmetic and traffic are three times
 * the forward pass's, plus the update; each operator says what it keeps for the backward pass. What stays inside a
 * fused kernel is computed again instead of kept. Without checkpoints, and without dropout, whose masks would be kept too.
 *
 * @example trainingCost(BUILDERS.encoder.build(config, { batch: 32, sequence: 128 })).peakMemoryBytes
 */
export function trainingCost(graph: Graph, { optimizer = 'adam', fused = false }: TrainingOptions = {}): TrainingCost {
  const forward = costOf(graph, { fused })
  const nodes = graph.nodes.map((node) => resolve(graph, node))
  const { hidden } = fused ? fusionOf(graph, nodes) : NO_FUSION
  const { macs, flops, parameters, weightBytes } = forward
  const copies = weightBytes < 4 * parameters ? 4 * parameters : 0
  const optimizerBytes = 4 * OPTIMIZER_STATES[optimizer] * parameters + copies
  const keptActivationBytes = keptBytes(graph, nodes, hidden)
  return {
    macs: 3 * macs,
    flops: 3 * flops + (2 + 4 * OPTIMIZER_STATES[optimizer]) * parameters,
    parameters,
    weightBytes,
    memoryTrafficBytes: 3 * forward.memoryTrafficBytes + 3 * weightBytes + 2 * optimizerBytes,
    kernels: 2 * forward.kernels + forward.layers,
    gradientBytes: weightBytes,
    optimizerBytes,
    keptActivationBytes,
    peakMemoryBytes: 2 * weightBytes + optimizerBytes + keptActivationBytes + 2 * largestBytes(nodes, hidden),
  }
}

/** Tensors the operators keep, each once, whatever views of it there are. */
function keptBytes(graph: Graph, nodes: readonly ResolvedNode[], hidden: ReadonlySet<string>): number {
  const owners = ownersOf(nodes)
  const kept = new Set<string>()
  for (const { operator, inputs, outputs, isView } of nodes) {
    if (isView || operator.keeps === undefined) continue
    for (const tensor of operator.keeps === 'inputs' ? inputs : outputs) if (tensor !== undefined) kept.add(owners.get(tensor.name) ?? tensor.name)
  }
  let bytes = 0
  for (const name of kept) {
    if (hidden.has(name)) continue
    const tensor = graph.tensors.get(name)!
    if (tensor.role === 'activation' || tensor.role === 'input') bytes += bytesOf(tensor)
  }
  return bytes
}

function largestBytes(nodes: readonly ResolvedNode[], hidden: ReadonlySet<string>): number {
  let largest = 0
  for (const { outputs, isView } of nodes) if (!isView) for (const output of outputs) if (!hidden.has(output.name)) largest = Math.max(largest, bytesOf(output))
  return largest
}

import { bytesOf, elementsOf } from './element-type.ts'
import { fusionOf, NO_FUSION } from './fusion.ts'
import type { Graph, GraphCost, GraphNode, Tensor } from './graph.ts'
import { peakActivationBytes } from './liveness.ts'
import { OPERATORS } from './ops/index.ts'
import type { Inputs, Operator, OperatorClass } from './ops/operator.ts'

/** What one node costs, and what kind of work it is. */
export interface NodeCost {
  readonly class: OperatorClass
  readonly macs: number
  readonly flops: number
  /** Elements written. */
  readonly elements: number
  readonly trafficBytes: number
}

/** A node with its facts and tensors looked up. */
export interface ResolvedNode {
  readonly operator: Operator
  readonly inputs: Inputs
  readonly outputs: readonly Tensor[]
  readonly node: GraphNode
  /** True when it starts no kernel: the outputs are the first input's bytes. */
  readonly isView: boolean
}

/** A node of a graph with the facts of its operator and the tensors its names stand for. */
export function resolve(graph: Graph, node: GraphNode): ResolvedNode {
  const operator = OPERATORS.get(node.operator)!
  const inputs = node.inputs.map((name) => graph.tensors.get(name))
  const isView = operator.class === 'view' || operator.isView?.(inputs, node.attributes) === true
  return { operator, inputs, outputs: node.outputs.map((name) => graph.tensors.get(name)!), node, isView }
}

/** Cost of one node; a view costs nothing. */
export function costOfNode({ operator, inputs, outputs, node, isView }: ResolvedNode): NodeCost {
  if (isView) return { class: 'view', macs: 0, flops: 0, elements: 0, trafficBytes: 0 }
  const macs = operator.macs?.(inputs, outputs, node.attributes) ?? 0
  const first = inputs[0] === undefined ? 0 : elementsOf(inputs[0].shape)
  let elements = 0
  for (const output of outputs) elements += elementsOf(output.shape)
  const perElement = operator.flopsPerElement ?? 0
  const largest = operator.class === 'matrix' ? elements : Math.max(first, elements)
  return { class: operator.class, macs, flops: 2 * macs + perElement * largest, elements, trafficBytes: operator.traffic?.(inputs, outputs) ?? allBytes(inputs, outputs) }
}

function allBytes(inputs: Inputs, outputs: readonly Tensor[]): number {
  let bytes = 0
  for (const input of inputs) if (input !== undefined) bytes += bytesOf(input)
  for (const output of outputs) bytes += bytesOf(output)
  return bytes
}

/** How a runtime runs the graph. */
export interface CostOptions {
  /** Each fusible group is one kernel (compilers, flash attention) instead of one an operator. Default false. */
  readonly fused?: boolean
}

/**
 * What running a graph once costs: sums over its nodes, and the peak of live activations over the schedule. Attention counts its dense products, masked places included.
 *
 * @example costOf(BUILDERS.encoder.build(BERT_BASE, { batch: 1, sequence: 128 })).macs // 1.117e10
 */
export function costOf(graph: Graph, { fused = false }: CostOptions = {}): GraphCost {
  const nodes = graph.nodes.map((node) => resolve(graph, node))
  const { inside, hidden, activations, memoryTrafficBytes, kernels } = fused ? fusionOf(graph, nodes) : NO_FUSION
  const sum = { macs: 0, flops: 0, activations, matrixActivations: 0, memoryTrafficBytes, kernels, layers: 0 }
  nodes.forEach((node, i) => {
    if (node.isView) return
    const cost = costOfNode(node)
    const matrix = cost.class === 'matrix' ? 1 : 0
    sum.macs += cost.macs
    sum.flops += cost.flops
    sum.matrixActivations += matrix * cost.elements
    sum.layers += matrix
    if (inside(i)) return
    sum.activations += cost.elements
    sum.memoryTrafficBytes += cost.trafficBytes
    sum.kernels += 1
  })
  return { ...sum, ...heldBytes(graph), peakActivationBytes: peakActivationBytes(graph, nodes, hidden) }
}

function heldBytes(graph: Graph): Pick<GraphCost, 'parameters' | 'weightBytes' | 'cacheBytes'> {
  let parameters = 0
  let weightBytes = 0
  for (const tensor of graph.tensors.values()) {
    if (tensor.role !== 'weight' && tensor.role !== 'buffer') continue
    if (tensor.role === 'weight') parameters += elementsOf(tensor.shape)
    weightBytes += bytesOf(tensor)
  }
  return { parameters, weightBytes, cacheBytes: keptCacheBytes(graph) }
}

/** What the graph hands to the next step, and what it was fed and does not extend (keys of an encoder). */
function keptCacheBytes(graph: Graph): number {
  const extended = new Set<string>()
  for (const node of graph.nodes) if (graph.tensors.get(node.outputs[0]!)!.role === 'cache') for (const input of node.inputs) extended.add(input)
  let bytes = 0
  for (const tensor of graph.tensors.values()) if (tensor.role === 'cache' && !extended.has(tensor.name)) bytes += bytesOf(tensor)
  return bytes
}

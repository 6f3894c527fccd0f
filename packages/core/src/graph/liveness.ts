import type { ResolvedNode } from './cost.ts'
import { bytesOf } from './element-type.ts'
import type { Graph } from './graph.ts'

/**
 * Largest sum of bytes of live tensors while the nodes run in order: a tensor lives from the node that makes it to the last that reads it, inputs from the start, outputs to
 * the end. A view keeps alive the tensor it is a view of. Nothing is written in place; weights, cache and `hidden` tensors do not count.
 */
export function peakActivationBytes(graph: Graph, nodes: readonly ResolvedNode[], hidden: ReadonlySet<string> = new Set()): number {
  const bytes = (name: string) => (hidden.has(name) ? 0 : liveBytes(graph, name))
  const freed = new Float64Array(nodes.length)
  for (const [name, index] of lastUses(graph, nodes)) freed[index]! += bytes(name)
  let live = 0
  for (const name of graph.inputs) live += bytes(name)
  let peak = live
  nodes.forEach(({ node, isView }, i) => {
    if (!isView) for (const name of node.outputs) live += bytes(name)
    peak = Math.max(peak, live)
    live -= freed[i]!
  })
  return peak
}

/** For each view, the tensor whose bytes it shows. */
export function ownersOf(nodes: readonly ResolvedNode[]): ReadonlyMap<string, string> {
  const owners = new Map<string, string>()
  for (const { node, isView } of nodes) {
    if (!isView) continue
    const source = node.inputs[0]!
    for (const output of node.outputs) owners.set(output, owners.get(source) ?? source)
  }
  return owners
}

/** The last node that makes or reads each tensor, itself or by a view; results of the graph have none. */
function lastUses(graph: Graph, nodes: readonly ResolvedNode[]): ReadonlyMap<string, number> {
  const owners = ownersOf(nodes)
  const last = new Map<string, number>()
  nodes.forEach(({ node, isView }, i) => {
    for (const name of node.inputs) last.set(owners.get(name) ?? name, i)
    if (!isView) for (const name of node.outputs) last.set(name, i)
  })
  for (const name of graph.outputs) last.delete(owners.get(name) ?? name)
  return last
}

function liveBytes(graph: Graph, name: string): number {
  const tensor = graph.tensors.get(name)
  return tensor !== undefined && (tensor.role === 'activation' || tensor.role === 'input') ? bytesOf(tensor) : 0
}

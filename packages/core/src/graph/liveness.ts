import type { ResolvedNode } from './cost.ts'
import { bytesOf } from './element-type.ts'
import type { Graph } from './graph.ts'

/**
 * Largest sum of bytes of live tensors while the nodes run in order: a tensor lives from the node that makes it to the last that reads it, inputs from the start, outputs to
 * the end. A view keeps alive the tensor it is a view of. Nothing is written in place; weights, cache and `hidden` tensors do not count.
 */
export function peakActivationBytes(graph: Graph, nodes: readonly ResolvedNode[], hidden: ReadonlySet<string> = new Set()): number {
  const countedBytes = (name: string) => (hidden.has(name) ? 0 : liveBytes(graph, name))
  const owners = ownersOf(nodes)
  const deaths = deathsOf(graph, nodes, owners)
  let live = 0
  for (const name of graph.inputs) live += countedBytes(name)
  let peak = live
  nodes.forEach(({ outputs, isView }, i) => {
    if (!isView) for (const output of outputs) live += countedBytes(output.name)
    peak = Math.max(peak, live)
    for (const name of deaths[i]!) live -= countedBytes(name)
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

/** For each node, the tensors that nobody needs after it. */
function deathsOf(graph: Graph, nodes: readonly ResolvedNode[], owners: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const seen = new Set(graph.outputs.map((name) => owners.get(name) ?? name))
  const deaths: string[][] = new Array(nodes.length)
  for (let i = nodes.length - 1; i >= 0; i--) {
    const { node, isView } = nodes[i]!
    const dying: string[] = []
    const touch = (name: string) => {
      const owner = owners.get(name) ?? name
      if (seen.has(owner)) return
      seen.add(owner)
      dying.push(owner)
    }
    node.inputs.forEach(touch)
    if (!isView) node.outputs.forEach(touch)
    deaths[i] = dying
  }
  return deaths
}

function liveBytes(graph: Graph, name: string): number {
  const tensor = graph.tensors.get(name)
  return tensor !== undefined && (tensor.role === 'activation' || tensor.role === 'input') ? bytesOf(tensor) : 0
}

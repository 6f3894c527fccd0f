import type { ResolvedNode } from './cost.ts'
import { bytesOf, elementsOf } from './element-type.ts'
import type { Graph, GraphCost, Tensor } from './graph.ts'
import { ownersOf } from './liveness.ts'

/** Which nodes run inside larger kernels, and what those kernels write, move and count instead of their nodes. */
export interface Fusion extends Pick<GraphCost, 'activations' | 'memoryTrafficBytes' | 'kernels'> {
  /** For each node, whether it is inside a fused kernel. */
  readonly inside: (index: number) => boolean
  /** Tensors that stay inside a kernel and are never written to memory. */
  readonly hidden: ReadonlySet<string>
}

/** Every operator is a kernel of its own. */
export const NO_FUSION: Fusion = { inside: () => false, hidden: new Set(), activations: 0, memoryTrafficBytes: 0, kernels: 0 }

/**
 * The graph as a runtime with fused kernels runs it (compilers, flash attention): a fusible group is one kernel, and an elementwise operator rides along with the one right
 * before it when it reads its result. What a kernel reads from outside is read once, what leaves it is written, what stays inside costs no memory traffic.
 */
export function fusionOf(graph: Graph, nodes: readonly ResolvedNode[]): Fusion {
  const owners = ownersOf(nodes)
  const ownerOf = (name: string) => owners.get(name) ?? name
  const groups = groupNumbers(graph, nodes, ownerOf)
  const makers = new Map<string, number>()
  nodes.forEach(({ outputs, isView }, i) => {
    if (!isView && groups[i] !== undefined) for (const output of outputs) makers.set(output.name, groups[i]!)
  })
  const leaving = leavingTensors(graph, nodes, groups, makers, ownerOf)
  const hidden = new Set([...makers.keys()].filter((name) => !leaving.has(name)))
  const cost = { activations: 0, memoryTrafficBytes: 0 }
  const read = new Map<number, Set<string>>()
  const isInline = (group: number | undefined) => group !== undefined && graph.fusible[group]?.inline === true
  nodes.forEach(({ inputs, outputs, isView }, i) => {
    const group = groups[i]
    if (group === undefined || isView || isInline(group)) return
    const seen = read.get(group) ?? new Set<string>()
    read.set(group, seen)
    for (const output of outputs) if (!hidden.has(output.name)) addWritten(cost, output)
    for (const input of inputs) {
      const maker = input && makers.get(ownerOf(input.name))
      if (input !== undefined && maker !== group && !isInline(maker)) cost.memoryTrafficBytes += firstRead(seen, input)
    }
  })
  return { ...cost, kernels: read.size, inside: (index) => groups[index] !== undefined, hidden }
}

type Groups = readonly (number | undefined)[]

/** The kernel each node is part of, a number; undefined for one by itself. */
function groupNumbers(graph: Graph, nodes: readonly ResolvedNode[], ownerOf: (name: string) => string): Groups {
  const groups = new Array<number | undefined>(nodes.length)
  graph.fusible.forEach(({ start, end }, group) => {
    groups.fill(group, start, end)
  })
  let count = graph.fusible.length
  let before = -1
  nodes.forEach(({ operator, inputs, isView }, i) => {
    if (isView) return
    if (groups[i] === undefined && operator.class === 'elementwise' && before >= 0 && leads(nodes[before]!, graph, groups[before])) {
      const made = nodes[before]!.outputs[0]!.name
      if (inputs.some((input) => input !== undefined && ownerOf(input.name) === made)) {
        groups[before] ??= count++
        groups[i] = groups[before]
      }
    }
    before = i
  })
  return groups
}

/** Whether elementwise operators can ride along with this one. */
function leads({ operator }: ResolvedNode, graph: Graph, group: number | undefined): boolean {
  return group === undefined ? operator.class === 'matrix' || operator.class === 'elementwise' : graph.fusible[group]?.inline !== true
}

/** Tensors made in a group that are results of the graph or read outside of their group. */
function leavingTensors(graph: Graph, nodes: readonly ResolvedNode[], groups: Groups, makers: ReadonlyMap<string, number>, ownerOf: (name: string) => string): ReadonlySet<string> {
  const leaving = new Set(graph.outputs.map(ownerOf))
  nodes.forEach(({ node, isView }, i) => {
    if (isView) return
    for (const input of node.inputs) {
      const maker = makers.get(ownerOf(input))
      if (maker !== groups[i] && graph.fusible[maker ?? -1]?.inline !== true) leaving.add(ownerOf(input))
    }
  })
  return leaving
}

function addWritten(cost: { activations: number; memoryTrafficBytes: number }, output: Tensor): void {
  cost.activations += elementsOf(output.shape)
  cost.memoryTrafficBytes += bytesOf(output)
}

/** Bytes of a tensor the first time a group reads it. */
function firstRead(read: Set<string>, input: Tensor): number {
  if (read.has(input.name)) return 0
  read.add(input.name)
  return bytesOf(input)
}

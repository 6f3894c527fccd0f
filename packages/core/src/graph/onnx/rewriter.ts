import type { Attributes, ElementType, Graph, GraphNode, Shape, Tensor } from '../graph.ts'

/** Adds nodes and tensors to a copy of a graph, for rewrites that operators' own cost tables need not know of. */
export class GraphRewriter {
  readonly #graph: Graph
  readonly #tensors: Map<string, Tensor>
  readonly #nodes: GraphNode[] = []

  constructor(graph: Graph) {
    this.#graph = graph
    this.#tensors = new Map(graph.tensors)
  }

  keep(node: GraphNode): void {
    this.#nodes.push(node)
  }

  node(operator: string, inputs: readonly string[], outputs: readonly string[], attributes: Attributes = {}): void {
    this.#nodes.push({ operator, inputs, outputs, attributes })
  }

  tensor(name: string, type: ElementType, shape: Shape, role: Tensor['role'] = 'activation', values?: readonly number[]): string {
    return this.#add({ name, type, shape, role, ...(values && { values }) })
  }

  /** A part of the quantised form of a weight. */
  quantised(from: Tensor, part: NonNullable<Tensor['quantised']>['part'], type: ElementType, shape: Shape): string {
    return this.#add({ name: `${from.name}.${part}`, type, shape, role: 'weight', quantised: { from, part } })
  }

  #add(tensor: Tensor): string {
    if (!this.#tensors.has(tensor.name)) this.#tensors.set(tensor.name, tensor)
    return tensor.name
  }

  has(name: string): boolean {
    return this.#tensors.has(name)
  }

  /** The rewritten graph; weights that nothing reads any more are gone. Fusible groups are not carried over: they matter to costs alone. */
  build(): Graph {
    const read = new Set(this.#nodes.flatMap(({ inputs }) => inputs))
    const isUsed = ({ name, role }: Tensor) => read.has(name) || !['weight', 'buffer', 'constant'].includes(role)
    const tensors = new Map([...this.#tensors].filter(([, tensor]) => isUsed(tensor)))
    return { ...this.#graph, nodes: this.#nodes, tensors, fusible: [] }
  }
}

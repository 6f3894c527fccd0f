import { elementsOf, PRECISIONS, type Precision } from './element-type.ts'
import type { Attributes, ElementType, FusibleGroup, Graph, GraphNode, Shape, Tensor } from './graph.ts'
import { OPERATORS } from './ops/index.ts'
import { refuse, shown } from './ops/operator.ts'

interface NodeOptions {
  /** Name of the first output; made of scope, operator and number when absent. */
  readonly name?: string
  /** `cache` for keys and values that are kept for the next step. */
  readonly role?: 'activation' | 'cache'
}

/**
 * Writes a graph node by node. Shapes are inferred, weights are named by scope and created once, constants of the same values are one.
 * The fluent methods are in `GraphBuilder`.
 *
 * @example
 * const b = new GraphWriter('two layers', 'fp16')
 * const x = b.input('x', [1, 128])
 * const w = b.weight('w', [128, 10])
 * b.output(b.node('Softmax', [b.node('MatMul', [x, w])], { axis: -1 }), 'probabilities')
 * const graph = b.build()
 */
export class GraphWriter {
  readonly name: string
  readonly precision: Precision
  /** Element type of activations. */
  readonly type: ElementType
  readonly #nodes: GraphNode[] = []
  readonly #tensors = new Map<string, Tensor>()
  readonly #inputs: string[] = []
  readonly #outputs: string[] = []
  readonly #fusible: FusibleGroup[] = []
  #prefix = ''
  #isFusing = false

  constructor(name: string, precision: Precision = 'fp32') {
    this.name = name
    this.precision = precision
    this.type = PRECISIONS[precision].activations
  }

  /** A tensor the caller feeds. */
  input(name: string, shape: Shape, type: ElementType = this.type): Tensor {
    this.#inputs.push(name)
    return this.#add({ name, type, shape, role: 'input' })
  }

  /** A part of the key-value cache that an earlier step left. */
  cacheInput(name: string, shape: Shape): Tensor {
    this.#inputs.push(name)
    return this.#add({ name, type: this.type, shape, role: 'cache' })
  }

  /** A learnt tensor, named within the scope. Asked for again under the same full name it is the same tensor: that is how weights are tied. */
  weight(name: string, shape: Shape, type?: ElementType): Tensor {
    const full = this.#prefix + name
    const known = this.#tensors.get(full)
    if (known !== undefined) return sameShape(known, shape)
    const { matrices, vectors } = PRECISIONS[this.precision]
    return this.#add({ name: full, type: type ?? (shape.length > 1 ? matrices : vectors), shape, role: 'weight' })
  }

  /** A tensor of fixed values that a seed gives and that nobody counts as parameters: running statistics, sinusoids. */
  buffer(name: string, shape: Shape, type: ElementType = PRECISIONS[this.precision].vectors): Tensor {
    const full = this.#prefix + name
    const known = this.#tensors.get(full)
    return known === undefined ? this.#add({ name: full, type, shape, role: 'buffer' }) : sameShape(known, shape)
  }

  /** Values that belong to the architecture, row-major; a list is a vector unless `shape` says otherwise, a number a scalar. */
  constant(values: number | readonly number[], type: ElementType = this.type, shape?: Shape): Tensor {
    const list = typeof values === 'number' ? [values] : values
    const dimensions = shape ?? (typeof values === 'number' ? [] : [values.length])
    const name = `constant_${type}_${dimensions.join('x')}_${list.join('_')}`
    return this.#tensors.get(name) ?? this.#add({ name, type, shape: dimensions, role: 'constant', values: list })
  }

  /** Whole numbers that an operator takes as an input: axes, shapes, sizes. */
  integers(values: readonly number[]): Tensor {
    return this.constant(values, 'int64')
  }

  /** Runs `body` with `name.` before every name, and returns its result. */
  scope<T>(name: string, body: () => T): T {
    return this.#within(`${this.#prefix}${name}.`, body)
  }

  /** Runs `body` outside of all scopes, for weights that several parts share. */
  root<T>(body: () => T): T {
    return this.#within('', body)
  }

  /** Runs `body` and marks what it adds as one kernel for runtimes that fuse; within another such group it is part of that. `inline`: made anew by whoever reads it. */
  fusible<T>(name: string, body: () => T, { inline = false }: { readonly inline?: boolean } = {}): T {
    if (this.#isFusing) return body()
    const start = this.#nodes.length
    this.#isFusing = true
    try {
      return body()
    } finally {
      this.#isFusing = false
      if (this.#nodes.length > start) this.#fusible.push({ name, inline, start, end: this.#nodes.length })
    }
  }

  #within<T>(prefix: string, body: () => T): T {
    const outer = this.#prefix
    this.#prefix = prefix
    try {
      return body()
    } finally {
      this.#prefix = outer
    }
  }

  /** Adds an operator with one output. */
  node(operator: string, inputs: readonly (Tensor | undefined)[], attributes: Attributes = {}, options: NodeOptions = {}): Tensor {
    return this.nodes(operator, inputs, attributes, options)[0]!
  }

  /** Adds an operator and gives all its outputs. An input that is left out is undefined. */
  nodes(operator: string, inputs: readonly (Tensor | undefined)[], attributes: Attributes = {}, { name, role = 'activation' }: NodeOptions = {}): readonly Tensor[] {
    const facts = OPERATORS.get(operator) ?? refuse(operator, 'the operator is not in the table')
    const shapes = facts.shapes(inputs, attributes)
    const types = facts.types?.(inputs, attributes)
    const first = inputs[0]!
    const isView = facts.class === 'view' || facts.isView?.(inputs, attributes) === true
    const type = first.role === 'weight' && !isView ? this.type : first.type
    const base = name ?? `${this.#prefix}${operator}_${this.#nodes.length}`
    const outputs = shapes.map((shape, i) => this.#add({ name: i === 0 ? base : `${base}_${i}`, type: types?.[i] ?? type, shape, role }))
    this.#nodes.push({ operator, inputs: inputs.map((input) => input?.name ?? ''), outputs: outputs.map((output) => output.name), attributes })
    return outputs
  }

  /** Marks a tensor as a result of the graph. */
  output(tensor: Tensor): Tensor {
    this.#outputs.push(tensor.name)
    return tensor
  }

  build(): Graph {
    return { name: this.name, nodes: this.#nodes, tensors: this.#tensors, inputs: this.#inputs, outputs: this.#outputs, fusible: this.#fusible }
  }

  #add(tensor: Tensor): Tensor {
    if (this.#tensors.has(tensor.name)) refuse(tensor.name, 'another tensor has this name')
    if (!(elementsOf(tensor.shape) > 0)) refuse(tensor.name, `a tensor of ${shown(tensor.shape)} holds nothing`)
    this.#tensors.set(tensor.name, tensor)
    return tensor
  }
}

function sameShape(known: Tensor, shape: Shape): Tensor {
  const same = known.shape.length === shape.length && known.shape.every((size, i) => size === shape[i])
  return same ? known : refuse(known.name, `it is ${shown(known.shape)} in one place and ${shown(shape)} in another`)
}

import { elementsOf } from '../element-type.ts'
import type { Graph, GraphNode, Tensor } from '../graph.ts'
import { encodeValues } from './number-bytes.ts'
import { QuantisedWeights } from './quantised-values.ts'

/** Values are uniform in centre ± spread. */
interface Spread {
  readonly centre: number
  readonly spread: number
}

const PLAIN: Spread = { centre: 0, spread: 0.05 }
const NEAR_ONE: Spread = { centre: 1, spread: 0.1 }
const scaled = (inputs: number): Spread => ({ centre: 0, spread: Math.sqrt(3 / inputs) })

/** How an operator wants its learnt inputs, so that activations keep their size through hundreds of layers; by input index. */
const WANTED: Readonly<Record<string, (index: number, weight: Tensor) => Spread>> = {
  MatMul: (_, { shape }) => scaled(shape.at(-2) ?? 1),
  Gemm: (index, { shape }) => (index === 1 ? scaled(shape[0]!) : PLAIN),
  Conv: (index, { shape }) => (index === 1 ? scaled(elementsOf(shape.slice(1)) / 1.4) : PLAIN),
  ConvTranspose: (index, { shape }) => (index === 1 ? scaled(elementsOf(shape) / shape[1]! / 1.4) : PLAIN),
  Gather: () => ({ centre: 0, spread: 1 }),
  LayerNormalization: (index) => (index === 1 ? NEAR_ONE : PLAIN),
  GroupNormalization: (index) => (index === 1 ? NEAR_ONE : PLAIN),
  BatchNormalization: (index) => (index === 1 || index === 4 ? NEAR_ONE : PLAIN),
  Mul: (_, { shape }) => (shape.length <= 1 ? NEAR_ONE : PLAIN),
}

/** Operators on quantised weights, by those they stand for. */
const PLAIN_OPERATOR: Readonly<Record<string, string>> = { MatMulInteger: 'MatMul', ConvInteger: 'Conv', MatMulNBits: 'MatMul' }

/** A block of uniform numbers in [-1, 1) that all tensors are cut from: filling hundreds of megabytes costs a copy, not a generator call a value. */
const BLOCK = 1 << 16

/**
 * Gives every weight and buffer of a graph the same bytes for the same seed, whatever the batch or the order: values depend on the seed and the tensor's name.
 *
 * Their size follows the operator that reads them (fan-in scaling, He et al. 2015), so that activations stay finite and far from denormals, which would be timed wrongly.
 *
 * @example
 * const weights = new WeightFiller(graph, 7)
 * weights.bytesOf(graph.tensors.get('head.weight')!)
 */
export class WeightFiller {
  readonly #seed: number
  readonly #block: Float32Array
  readonly #uses: ReadonlyMap<string, readonly [GraphNode, number]>
  readonly #quantised = new QuantisedWeights()

  constructor(graph: Graph, seed: number) {
    this.#seed = seed
    this.#block = uniformBlock(seed)
    this.#uses = firstUses(graph)
  }

  /** The tensor's values, row-major, in single precision. */
  valuesOf(tensor: Tensor): Float32Array {
    const { centre, spread } = this.#spreadOf(tensor)
    const values = new Float32Array(elementsOf(tensor.shape))
    const block = this.#block
    let position = hashOf(tensor.name, this.#seed) & (BLOCK - 1)
    for (let i = 0; i < values.length; i++) {
      values[i] = centre + spread * block[position]!
      position = (position + 1) & (BLOCK - 1)
    }
    return values
  }

  /** The tensor's values in its own element type; of a quantised weight, the part it is. */
  bytesOf(tensor: Tensor): Uint8Array {
    if (tensor.quantised !== undefined) return this.#quantised.bytesOf(tensor.quantised, (from) => this.valuesOf(from))
    const values = this.valuesOf(tensor)
    return tensor.type === 'float32' ? new Uint8Array(values.buffer) : encodeValues(tensor.type, values)
  }

  #spreadOf(tensor: Tensor): Spread {
    const use = this.#uses.get(tensor.name)
    return use === undefined ? PLAIN : (WANTED[PLAIN_OPERATOR[use[0].operator] ?? use[0].operator]?.(use[1], tensor) ?? PLAIN)
  }
}

/** The first node that reads a tensor, and as which of its inputs. A transposed weight is read by what reads the transpose. */
function firstUses(graph: Graph): ReadonlyMap<string, readonly [GraphNode, number]> {
  const uses = new Map<string, readonly [GraphNode, number]>()
  for (const node of graph.nodes)
    for (const [index, input] of node.inputs.entries()) {
      const name = graph.tensors.get(input)?.quantised?.from.name ?? input
      if (!uses.has(name)) uses.set(name, [node, index])
    }
  return uses
}

function uniformBlock(seed: number): Float32Array {
  const block = new Float32Array(BLOCK)
  let state = seed >>> 0
  for (let i = 0; i < BLOCK; i++) {
    state = (state + 0x6d2b79f5) >>> 0
    block[i] = mixed(state) / 2 ** 31 - 1
  }
  return block
}

/** A hash of 32 bits (murmur3's last steps): neighbours in, strangers out. */
function mixed(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/** FNV-1a of the name, begun with the seed. */
function hashOf(name: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

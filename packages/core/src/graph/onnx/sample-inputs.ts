import { elementsOf } from '../element-type.ts'
import type { Graph, Tensor } from '../graph.ts'
import { encodeValues } from './number-bytes.ts'
import { uniformValues } from './uniform-values.ts'

/** One input as a runtime takes it. */
export interface SampleInput {
  readonly name: string
  readonly type: Tensor['type']
  readonly shape: readonly number[]
  /** Little-endian, row-major. */
  readonly bytes: Uint8Array
}

/**
 * Inputs a graph can be run with, the same for the same seed: token ids below the size of the table they index, masks of ones, pixels and caches uniform in [-1, 1).
 *
 * @example
 * sampleInputs(graph, 7).map(({ name, shape }) => `${name} ${shape}`) // ['input_ids 8,128', 'attention_mask 8,128']
 */
export function sampleInputs(graph: Graph, seed: number): readonly SampleInput[] {
  return graph.inputs.map((name, index) => {
    const tensor = graph.tensors.get(name)!
    return { name, type: tensor.type, shape: tensor.shape, bytes: encodeValues(tensor.type, valuesFor(graph, tensor, seed + index)) }
  })
}

function valuesFor(graph: Graph, tensor: Tensor, seed: number): Float32Array {
  const count = elementsOf(tensor.shape)
  if (tensor.type.startsWith('float') || tensor.type === 'bfloat16') return uniformValues(count, seed, (uniform) => 2 * uniform - 1)
  const rows = rowsIndexedBy(graph, tensor)
  return rows === undefined ? new Float32Array(count).fill(1) : uniformValues(count, seed, (uniform) => Math.floor(uniform * rows))
}

/** How many rows the table has whose rows these integers choose; undefined when they choose none (a mask). */
function rowsIndexedBy(graph: Graph, { name }: Tensor): number | undefined {
  const gather = graph.nodes.find(({ operator, inputs }) => operator === 'Gather' && inputs[1] === name)
  return gather && graph.tensors.get(gather.inputs[0]!)!.shape[(gather.attributes.axis as number | undefined) ?? 0]
}

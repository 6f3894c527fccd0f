import type { FusibleGroup, Graph, Tensor } from './graph.ts'

/**
 * Several graphs side by side as one, each with its name before all of its tensors.
 *
 * @example
 * joinGraphs('clip', { vision, text }).inputs // ['vision.pixel_values', 'text.input_ids', ...]
 */
export function joinGraphs(name: string, parts: Readonly<Record<string, Graph>>): Graph {
  const tensors = new Map<string, Tensor>()
  const joined = { nodes: [] as Graph['nodes'][number][], inputs: [] as string[], outputs: [] as string[], fusible: [] as FusibleGroup[] }
  for (const [part, graph] of Object.entries(parts)) {
    const rename = (tensor: string) => (tensor === '' ? '' : `${part}.${tensor}`)
    for (const tensor of graph.tensors.values()) tensors.set(rename(tensor.name), { ...tensor, name: rename(tensor.name) })
    const first = joined.nodes.length
    joined.fusible.push(...graph.fusible.map((group) => ({ ...group, start: first + group.start, end: first + group.end })))
    for (const node of graph.nodes) joined.nodes.push({ ...node, inputs: node.inputs.map(rename), outputs: node.outputs.map(rename) })
    joined.inputs.push(...graph.inputs.map(rename))
    joined.outputs.push(...graph.outputs.map(rename))
  }
  return { name, tensors, ...joined }
}

import type { Graph, GraphNode, Tensor } from '../graph.ts'
import { BLOCK_SIZE } from './quantised-values.ts'
import { GraphRewriter } from './rewriter.ts'

/**
 * Dynamic quantisation to int8 of an fp32 graph, as ONNX Runtime's own tool does it: matrix products and convolutions with a learnt matrix run on int8 weights (one scale a
 * tensor) and on activations that are quantised to uint8 as they come; all else stays fp32.
 *
 * @example
 * writeOnnx(quantiseToInt8(BUILDERS.encoder.build(config, { batch: 1 })), { seed: 7 })
 */
export function quantiseToInt8(graph: Graph): Graph {
  const rewriter = new GraphRewriter(graph)
  for (const node of graph.nodes) {
    const weight = learntMatrix(graph, node)
    if (weight === undefined) rewriter.keep(node)
    else integerProduct(rewriter, graph, node, weight)
  }
  return rewriter.build()
}

/** The matrix or kernel a product takes from the weights; undefined when both sides are computed. */
function learntMatrix(graph: Graph, { operator, inputs }: GraphNode): Tensor | undefined {
  const weight = operator === 'MatMul' || operator === 'Conv' ? graph.tensors.get(inputs[1]!) : undefined
  return weight?.role === 'weight' && weight.type === 'float32' && (operator === 'Conv' || weight.shape.length === 2) ? weight : undefined
}

function integerProduct(rewriter: GraphRewriter, graph: Graph, { operator, inputs, outputs, attributes }: GraphNode, weight: Tensor): void {
  const [x, , bias] = inputs as [string, string, string?]
  const [result] = outputs as [string]
  const { shape } = graph.tensors.get(result)!
  const quantised = quantisedInput(rewriter, graph.tensors.get(x)!)
  const integers = rewriter.quantised(weight, 'int8', 'int8', weight.shape)
  const zero = rewriter.tensor('int8_zero', 'int8', [], 'constant', [0])
  const scale = rewriter.quantised(weight, 'int8_scale', 'float32', [])
  const sum = rewriter.tensor(`${result}.int32`, 'int32', shape)
  const wide = rewriter.tensor(`${result}.wide`, 'float32', shape)
  const factor = rewriter.tensor(`${result}.scale`, 'float32', [])
  const plain = bias === undefined ? result : rewriter.tensor(`${result}.plain`, 'float32', shape)
  rewriter.node(`${operator}Integer`, [quantised.values, integers, quantised.zero, zero], [sum], attributes)
  rewriter.node('Cast', [sum], [wide], { to: 'float32' })
  rewriter.node('Mul', [quantised.scale, scale], [factor])
  rewriter.node('Mul', [wide, factor], [plain])
  if (bias !== undefined) addBias(rewriter, plain, graph.tensors.get(bias)!, result, shape.length - 2)
}

/** An activation as uint8 with its scale and zero point, made once however often it is read. */
function quantisedInput(rewriter: GraphRewriter, { name, shape }: Tensor) {
  const isMade = rewriter.has(`${name}.uint8`)
  const values = rewriter.tensor(`${name}.uint8`, 'uint8', shape)
  const scale = rewriter.tensor(`${name}.uint8_scale`, 'float32', [])
  const zero = rewriter.tensor(`${name}.uint8_zero`, 'uint8', [])
  if (!isMade) rewriter.node('DynamicQuantizeLinear', [name], [values, scale, zero])
  return { values, scale, zero }
}

/** Adds a bias by channel (axis 1), which ConvInteger does not take itself. */
function addBias(rewriter: GraphRewriter, plain: string, bias: Tensor, result: string, spatialAxes: number): void {
  const shape = [1, bias.shape[0]!, ...new Array<number>(spatialAxes).fill(1)]
  const sizes = rewriter.tensor(`shape_${shape.join('x')}`, 'int64', [shape.length], 'constant', shape)
  const spread = rewriter.tensor(`${bias.name}.by_channel`, 'float32', shape)
  rewriter.node('Reshape', [bias.name, sizes], [spread])
  rewriter.node('Add', [plain, spread], [result])
}

/** Activations are rounded to int8 for the products, as llama.cpp and ONNX Runtime's generator do. */
const INT8_PRODUCTS = 4

/**
 * Weight-only quantisation to int4 of an fp32 graph: matrix products with a learnt matrix read 4-bit weights in blocks of 32 with a scale each (ONNX Runtime's MatMulNBits);
 * convolutions and tables stay as they are.
 */
export function quantiseToInt4(graph: Graph): Graph {
  const rewriter = new GraphRewriter(graph)
  for (const node of graph.nodes) {
    const weight = node.operator === 'MatMul' ? learntMatrix(graph, node) : undefined
    if (weight === undefined) rewriter.keep(node)
    else blockProduct(rewriter, node, weight)
  }
  return rewriter.build()
}

function blockProduct(rewriter: GraphRewriter, { inputs, outputs }: GraphNode, weight: Tensor): void {
  const [K, N] = weight.shape as [number, number]
  const blocks = Math.ceil(K / BLOCK_SIZE)
  const packed = rewriter.quantised(weight, 'int4', 'uint8', [N, blocks, BLOCK_SIZE / 2])
  const scales = rewriter.quantised(weight, 'int4_scales', 'float32', [N * blocks])
  rewriter.node('MatMulNBits', [inputs[0]!, packed, scales], outputs, { K, N, bits: 4, block_size: BLOCK_SIZE, accuracy_level: INT8_PRODUCTS })
}

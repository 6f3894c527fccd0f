import { describe, expect, it } from 'vitest'
import { GraphBuilder } from '../builder.ts'
import { costOf } from '../cost.ts'
import { elementsOf } from '../element-type.ts'
import type { Graph, GraphCost, Shape, Tensor } from '../graph.ts'
import { OPERATORS } from './index.ts'

type Write = (b: GraphBuilder, x: Tensor) => Tensor

/** An operator by itself on x [batch, 8, 6, 10] (or what the case says), what comes out, and its cost by hand at batch 1. */
interface Case {
  readonly operator: string
  readonly input?: Shape
  readonly write?: Write
  readonly output?: Shape
  readonly macs?: number
  readonly flops?: number
  readonly bytes?: number
  readonly isView?: boolean
}

const N = 8 * 6 * 10
const sameWithFlops =
  (perElement: number) =>
  (operator: string): Case => ({ operator, output: [1, 8, 6, 10], flops: perElement * N, bytes: 2 * N * 4 })
const one = sameWithFlops(1)
const withItself = (operator: string, flops = N, output: Shape = [1, 8, 6, 10]): Case => ({
  operator,
  write: (b, x) => b.node(operator, [x, x]),
  output,
  flops,
  bytes: 2 * N * 4 + (flops === 0 ? N : 4 * N),
})
const reduced = (operator: string, flops = N): Case => ({
  operator,
  write: (b, x) => b.node(operator, [x, b.integers([-1])], { keepdims: 1 }),
  output: [1, 8, 6, 1],
  flops,
  bytes: N * 4 + (N / 10) * 4 + 8,
})
const axisNorm = (operator: string, flops: number): Case => ({ operator, write: (b, x) => b.node(operator, [x], { axis: -1 }), output: [1, 8, 6, 10], flops: flops * N, bytes: 2 * N * 4 })
const view = (operator: string, output: Shape, write: Write): Case => ({ operator, output, write, flops: 0, bytes: 0, isView: true })
const logical = (operator: string): Case => ({ operator, write: (b, x) => b.node(operator, [b.node('Greater', [x, x]), b.node('Greater', [x, x])]), output: [1, 8, 6, 10] })

const CASES: readonly Case[] = [
  ...['Abs', 'Ceil', 'Cos', 'Erf', 'Exp', 'Floor', 'Log', 'Neg', 'Reciprocal', 'Relu', 'Sin', 'Sqrt', 'Tanh'].map(one),
  ...['Softplus', 'Elu'].map(sameWithFlops(3)),
  ...['HardSigmoid', 'Sigmoid'].map(sameWithFlops(4)),
  ...['Gelu', 'HardSwish', 'Mish'].map(sameWithFlops(5)),
  sameWithFlops(2)('LeakyRelu'),
  { operator: 'Clip', write: (b, x) => b.clip(x, 0, 6), output: [1, 8, 6, 10], flops: 2 * N, bytes: 2 * N * 4 + 8 },
  { operator: 'Cast', write: (b, x) => b.cast(x, 'float16'), output: [1, 8, 6, 10], flops: 0, bytes: N * 4 + N * 2 },
  { operator: 'Not', write: (b, x) => b.unary('Not', b.node('Greater', [x, x])), output: [1, 8, 6, 10] },
  ...['Add', 'Sub', 'Mul', 'Div', 'Pow', 'Min', 'Max'].map((operator) => withItself(operator)),
  withItself('PRelu', 2 * N),
  ...['Equal', 'Less', 'LessOrEqual', 'Greater', 'GreaterOrEqual'].map((operator) => withItself(operator, 0)),
  ...['And', 'Or'].map(logical),
  { operator: 'Where', write: (b, x) => b.node('Where', [b.node('Greater', [x, x]), x, x]), output: [1, 8, 6, 10] },
  { operator: 'MatMul', write: (b, x) => b.matMul(x, b.weight('w', [10, 7])), output: [1, 8, 6, 7], macs: 8 * 6 * 7 * 10, flops: 2 * 8 * 6 * 7 * 10, bytes: (N + 70 + 8 * 6 * 7) * 4 },
  {
    operator: 'Gemm',
    input: [1, 20],
    write: (b, x) => b.node('Gemm', [x, b.weight('w', [5, 20]), b.weight('b', [5])], { transB: 1 }),
    output: [1, 5],
    macs: 100,
    flops: 205,
    bytes: (20 + 100 + 5 + 5) * 4,
  },
  // 3 x 3, stride 2, padding 1, 2 groups: 4 x 3 x 5 results of 4 x 9 products each
  {
    operator: 'Conv',
    write: (b, x) => b.conv(x, 'conv', { channels: 4, kernel: 3, stride: 2, padding: 1, groups: 2, bias: false }),
    output: [1, 4, 3, 5],
    macs: 4 * 3 * 5 * 4 * 9,
    flops: 2 * 4 * 3 * 5 * 4 * 9,
    bytes: (N + 4 * 4 * 9 + 60) * 4,
  },
  { operator: 'ConvTranspose', write: (b, x) => b.convTranspose(x, 'up', { channels: 4, kernel: 2, stride: 2, bias: false }), output: [1, 4, 12, 20], macs: N * 4 * 4, flops: 2 * N * 16 },
  { operator: 'BatchNormalization', write: (b, x) => b.batchNorm(x, 'bn'), output: [1, 8, 6, 10], flops: 2 * N, bytes: (2 * N + 32) * 4 },
  { operator: 'LayerNormalization', write: (b, x) => b.layerNorm(x, 'ln'), output: [1, 8, 6, 10], flops: 7 * N, bytes: (2 * N + 20) * 4 },
  { operator: 'GroupNormalization', write: (b, x) => b.groupNorm(x, 'gn', 4), output: [1, 8, 6, 10], flops: 7 * N },
  { operator: 'InstanceNormalization', write: (b, x) => b.node('InstanceNormalization', [x, b.weight('s', [8]), b.weight('t', [8])]), output: [1, 8, 6, 10], flops: 7 * N },
  axisNorm('LpNormalization', 3),
  axisNorm('Softmax', 5),
  axisNorm('LogSoftmax', 5),
  ...['ReduceMean', 'ReduceSum', 'ReduceMax'].map((operator) => reduced(operator)),
  reduced('ReduceL2', 2 * N),
  { operator: 'ArgMax', write: (b, x) => b.node('ArgMax', [x], { axis: 1, keepdims: 0 }), output: [1, 6, 10], flops: 0, bytes: N * 4 + 60 * 8 },
  { operator: 'TopK', write: (b, x) => b.node('TopK', [x, b.integers([3])], { axis: -1 }), output: [1, 8, 6, 3], flops: 0, bytes: N * 4 + 8 + 144 * 12 },
  { operator: 'MaxPool', write: (b, x) => b.maxPool(x, { kernel: 3, stride: 2, padding: 1 }), output: [1, 8, 3, 5], flops: N, bytes: (N + 120) * 4 },
  { operator: 'AveragePool', write: (b, x) => b.averagePool(x, { kernel: 2, stride: 2 }), output: [1, 8, 3, 5], flops: N, bytes: (N + 120) * 4 },
  { operator: 'GlobalAveragePool', write: (b, x) => b.globalAveragePool(x), output: [1, 8, 1, 1], flops: N, bytes: (N + 8) * 4 },
  { operator: 'Transpose', write: (b, x) => b.transpose(x, [0, 2, 1, 3]), output: [1, 6, 8, 10], flops: 0, bytes: 2 * N * 4 },
  { operator: 'Concat', write: (b, x) => b.concat([x, x], 1), output: [1, 16, 6, 10], flops: 0, bytes: 4 * N * 4 },
  { operator: 'Split', write: (b, x) => b.split(x, [3, 5], 1)[0]!, output: [1, 3, 6, 10], flops: 0, bytes: 2 * N * 4 + 16 },
  { operator: 'Slice', write: (b, x) => b.slice(x, 2, 1, 6, 2), output: [1, 8, 3, 10], flops: 0, bytes: 2 * 240 * 4 },
  { operator: 'Gather', write: (b, x) => b.take(x, 2, 4), output: [1, 8, 10], flops: 0, bytes: 2 * 80 * 4 },
  { operator: 'GatherElements', write: (b, x) => b.node('GatherElements', [x, b.constant(0, 'int64', [1, 1, 1, 1])], { axis: -1 }), output: [1, 1, 1, 1], flops: 0 },
  { operator: 'ScatterND', write: (b, x) => b.node('ScatterND', [x, b.constant([0], 'int64', [1, 1]), x], { reduction: 'add' }), output: [1, 8, 6, 10], flops: N },
  { operator: 'Expand', input: [1, 1, 10], write: (b, x) => b.expand(x, [1, 4, 10]), output: [1, 4, 10], flops: 0, bytes: (10 + 40) * 4 + 24 },
  { operator: 'Pad', write: (b, x) => b.pad(x, [0, 0, 0, 0, 0, 0, 1, 1]), output: [1, 8, 7, 11], flops: 0, bytes: (N + 616) * 4 + 64 },
  { operator: 'Resize', write: (b, x) => b.resize(x, [1, 8, 12, 20], 'linear'), output: [1, 8, 12, 20], flops: 4 * N },
  { operator: 'Range', write: (b) => b.range(2, 9), output: [7], flops: 0 },
  { operator: 'DepthToSpace', write: (b, x) => b.node('DepthToSpace', [x], { blocksize: 2 }), output: [1, 2, 12, 20], flops: 0, bytes: 2 * N * 4 },
  { operator: 'SpaceToDepth', write: (b, x) => b.node('SpaceToDepth', [x], { blocksize: 2 }), output: [1, 32, 3, 5], flops: 0, bytes: 2 * N * 4 },
  view('Reshape', [8, 60], (b, x) => b.reshape(x, [8, 60])),
  view('Unsqueeze', [1, 1, 8, 6, 10], (b, x) => b.node('Unsqueeze', [x, b.integers([0])])),
  view('Squeeze', [8, 6, 10], (b, x) => b.node('Squeeze', [x, b.integers([0])])),
  view('Flatten', [1, 480], (b, x) => b.node('Flatten', [x], { axis: 1 })),
  view('Identity', [1, 8, 6, 10], (b, x) => b.node('Identity', [x])),
]

function written({ operator, input = [1, 8, 6, 10], write = (b, x) => b.node(operator, [x]) }: Case): { readonly graph: Graph; readonly result: Tensor; readonly cost: GraphCost } {
  const b = new GraphBuilder(operator)
  const result = b.output(write(b, b.input('x', input)))
  const graph = b.build()
  return { graph, result, cost: costOf(graph) }
}

it('every operator has a case here', () => {
  expect([...OPERATORS.keys()].filter((name) => !CASES.some(({ operator }) => operator === name))).toEqual([])
})

describe.each(CASES.map((test) => [test.operator, test] as const))('%s', (_operator, test) => {
  const { graph, result, cost } = written(test)

  it('gives the shape and costs what is counted by hand', () => {
    expect(result.shape).toEqual(test.output)
    expect(cost.macs).toBe(test.macs ?? 0)
    if (test.flops !== undefined) expect(cost.flops).toBe(test.flops)
    if (test.bytes !== undefined) expect(cost.memoryTrafficBytes).toBe(test.bytes)
  })

  it('obeys the laws of its class', () => {
    const facts = OPERATORS.get(test.operator)!
    const last = graph.nodes.at(-1)!
    expect(last.operator).toBe(test.operator)
    expect(facts.class === 'matrix').toBe(cost.macs > 0)
    expect(facts.class === 'view').toBe(test.isView ?? false)
    expect(cost.kernels).toBe(test.isView ? 0 : graph.nodes.length)
    if (test.isView) expect(elementsOf(result.shape)).toBe(N)
    if (facts.class === 'movement' && test.operator !== 'ScatterND' && test.operator !== 'Resize') expect(cost.flops).toBe(0)
  })
})

describe('views among the operators that copy', () => {
  const costOfWrite = (write: Write, input?: Shape) => written({ operator: '', write, ...(input && { input }) }).cost

  it('are transposing a matrix and moving an axis of one entry', () => {
    expect(costOfWrite((b, x) => b.transpose(x, [0, 1, 3, 2])).kernels).toBe(0)
    expect(costOfWrite((b, x) => b.transpose(x, [1, 0, 2, 3])).kernels).toBe(0)
    expect(costOfWrite((b, x) => b.transpose(x, [1, 0, 2, 3]), [2, 8, 6, 10]).kernels).toBe(1)
  })

  it('are choosing matrices of a stack of weights, which the product then reads', () => {
    const cost = costOfWrite((b, x) => b.matMul(x, b.node('Gather', [b.weight('experts', [8, 10, 4]), b.integers([1, 5])], { axis: 0 })), [2, 1, 10])
    expect([cost.kernels, cost.parameters, cost.memoryTrafficBytes]).toEqual([1, 320, (20 + 80 + 8) * 4])
  })
})

describe('what does not fit is refused in words', () => {
  const refused: readonly (readonly [string, Write, RegExp])[] = [
    ['a product', (b, x) => b.matMul(x, b.weight('w', [9, 4])), /rows of 1 x 8 x 6 x 10 do not fit columns of 9 x 4/],
    ['a sum', (b, x) => b.add(x, b.weight('w', [7])), /do not broadcast/],
    ['a shape', (b, x) => b.reshape(x, [7, 7]), /different numbers of elements/],
    ['a window', (b, x) => b.conv(x, 'c', { channels: 4, kernel: 11 }), /does not fit into 6 x 10: use a larger image/],
    ['groups', (b, x) => b.conv(x, 'c', { channels: 4, kernel: 1, groups: 3 }), /does not fit/],
    ['parts', (b, x) => b.split(x, [3, 3], 1)[0]!, /do not make up axis 1/],
    ['a choice', (b, x) => b.node('TopK', [x, b.integers([11])], { axis: -1 }), /11 of 10 cannot be chosen/],
    ['an order', (b, x) => b.transpose(x, [0, 1, 1, 2]), /is no order of the axes/],
    ['an axis', (b, x) => b.node('Softmax', [b.concat([x], 7)]), /axis 7 is not an axis/],
    ['an unknown operator', (b, x) => b.unary('Frobnicate', x), /not in the table/],
    ['two weights of one name', (b, x) => b.add(b.linear(x, 'a', 4), b.linear(x, 'a', 5)), /in one place and/],
  ]
  it.each(refused)('%s', (_what, write, message) => {
    const b = new GraphBuilder('refused')
    expect(() => write(b, b.input('x', [1, 8, 6, 10]))).toThrow(expect.objectContaining({ code: 'invalid_model', message: expect.stringMatching(message) }))
  })
})

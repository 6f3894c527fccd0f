import { ProtobufWriter } from '@benchcast/core/graph/onnx'

/** Models for tests, hostile ones among them, written field by field. */

export type Write = (message: ProtobufWriter) => unknown

export const FLOAT = 1
const INT64 = 7
const BOOL = 9

interface Pieces {
  readonly nodes: readonly Write[]
  readonly inputs?: readonly Write[]
  readonly outputs?: readonly Write[]
  readonly stored?: readonly Write[]
  readonly domains?: readonly string[]
}

/** An ONNX file of operator set 21. */
export function onnxFile({ domains = [], ...pieces }: Pieces): Uint8Array {
  const model = new ProtobufWriter().integer(1, 10).text(2, 'test').message(7, graph(pieces))
  for (const [domain, version] of [['', 21], ...domains.map((name) => [name, 1] as const)] as const) model.message(8, (opset) => opset.text(1, domain).integer(2, version))
  return model.bytes().slice()
}

export function graph({ nodes, inputs = [], outputs = [], stored = [] }: Omit<Pieces, 'domains'>): Write {
  return (message) => {
    for (const write of nodes) message.message(1, write)
    message.text(2, 'graph')
    for (const write of stored) message.message(5, write)
    for (const write of inputs) message.message(11, write)
    for (const write of outputs) message.message(12, write)
  }
}

export const node =
  (operator: string, inputs: readonly string[], outputs: readonly string[], { domain = '', attributes = [] }: { readonly domain?: string; readonly attributes?: readonly Write[] } = {}): Write =>
  (message) => {
    for (const name of inputs) message.text(1, name)
    for (const name of outputs) message.text(2, name)
    message.text(4, operator)
    for (const write of attributes) message.message(5, write)
    if (domain !== '') message.text(7, domain)
  }

export const graphAttribute =
  (name: string, inner: Write): Write =>
  (message) =>
    message.text(1, name).message(6, inner).integer(20, 5)

export const value =
  (name: string, type: number, shape: readonly (number | string)[]): Write =>
  (message) => {
    const dimensions: Write = (inner) => {
      for (const size of shape) inner.message(1, (dimension) => (typeof size === 'number' ? dimension.integer(1, size) : dimension.text(2, size)))
    }
    message.text(1, name).message(2, (kinds) => kinds.message(1, (tensor) => tensor.integer(1, type).message(2, dimensions)))
  }

export const tensor =
  (name: string, type: number, shape: readonly number[], bytes: Uint8Array): Write =>
  (message) =>
    message.packedIntegers(1, shape).integer(2, type).text(8, name).blob(9, bytes)

export const externalTensor =
  (name: string, shape: readonly number[], location: string): Write =>
  (message) =>
    message
      .packedIntegers(1, shape)
      .integer(2, FLOAT)
      .text(8, name)
      .message(13, (entry) => entry.text(1, 'location').text(2, location))
      .integer(14, 1)

const bytesOf = (view: ArrayBufferView): Uint8Array => new Uint8Array(view.buffer, view.byteOffset, view.byteLength)

/** y = x + w, of any batch of rows of four. */
export const goodModel = (): Uint8Array =>
  onnxFile({
    nodes: [node('Add', ['x', 'w'], ['y'])],
    inputs: [value('x', FLOAT, ['batch', 4])],
    outputs: [value('y', FLOAT, ['batch', 4])],
    stored: [tensor('w', FLOAT, [4], bytesOf(Float32Array.of(1, 2, 3, 4)))],
  })

/** The same with w in a file beside it. */
export const modelWithDataAt = (location: string): Uint8Array =>
  onnxFile({ nodes: [node('Add', ['x', 'w'], ['y'])], inputs: [value('x', FLOAT, ['batch', 4])], outputs: [value('y', FLOAT, ['batch', 4])], stored: [externalTensor('w', [4], location)] })

/** A Loop whose condition is true for ever. */
export function endlessModel(): Uint8Array {
  const body = graph({
    nodes: [node('Identity', ['going'], ['going_on']), node('Add', ['so_far', 'so_far'], ['further'])],
    inputs: [value('round', INT64, []), value('going', BOOL, []), value('so_far', FLOAT, ['batch'])],
    outputs: [value('going_on', BOOL, []), value('further', FLOAT, ['batch'])],
  })
  return onnxFile({
    nodes: [node('Loop', ['', 'always', 'x'], ['y'], { attributes: [graphAttribute('body', body)] })],
    inputs: [value('x', FLOAT, ['batch'])],
    outputs: [value('y', FLOAT, ['batch'])],
    stored: [tensor('always', BOOL, [], Uint8Array.of(1))],
  })
}

/** 14 GB of zeros and a sum of them. */
export const memoryModel = (): Uint8Array =>
  onnxFile({
    nodes: [node('ConstantOfShape', ['shape'], ['zeros']), node('Add', ['zeros', 'x'], ['sums']), node('ReduceSum', ['sums'], ['y'])],
    inputs: [value('x', FLOAT, ['batch'])],
    outputs: [value('y', FLOAT, [1, 1])],
    stored: [tensor('shape', INT64, [2], bytesOf(BigInt64Array.of(3_500_000n, 1000n)))],
  })

export const customOperatorModel = (domain: string, operator: string): Uint8Array =>
  onnxFile({ nodes: [node(operator, ['x'], ['y'], { domain })], inputs: [value('x', FLOAT, ['batch'])], outputs: [value('y', FLOAT, ['batch'])], domains: [domain] })

/** A graph within a graph, so many times. */
export function nestedModel(depth: number): Uint8Array {
  let inner: Write = graph({ nodes: [node('Identity', ['x'], ['y'])], outputs: [value('y', FLOAT, [1])] })
  for (let level = 0; level < depth; level++) {
    const branches = ['then_branch', 'else_branch'].slice(0, 1).map((name) => graphAttribute(name, inner))
    inner = graph({ nodes: [node('If', ['c'], ['y'], { attributes: branches })], inputs: level === depth - 1 ? [value('c', BOOL, [])] : [], outputs: [value('y', FLOAT, [1])] })
  }
  return new ProtobufWriter()
    .integer(1, 10)
    .message(7, inner)
    .message(8, (opset) => opset.text(1, '').integer(2, 21))
    .bytes()
    .slice()
}

/** As many empty nodes, of two bytes each. */
export function crowdedModel(count: number): Uint8Array {
  const nodes = new Uint8Array(2 * count)
  for (let i = 0; i < count; i++) nodes[2 * i] = 0x0a
  const [head, tail] = [Uint8Array.of(0x08, 10), new ProtobufWriter().blob(7, nodes).bytes()]
  return Buffer.concat([head, tail])
}

export const modelWithInput = (type: number, shape: readonly (number | string)[]): Uint8Array =>
  onnxFile({ nodes: [node('Identity', ['x'], ['y'])], inputs: [value('x', type, shape)], outputs: [value('y', type, shape)] })

import { type ProtobufField, protobufFields, textOf } from './protobuf.ts'

/** An input of an ONNX graph. */
export interface OnnxInput {
  readonly name: string
  /** Sizes of its axes; null where the size is free. Undefined when it is no tensor. */
  readonly shape: readonly (number | null)[] | undefined
}

/** What is read of an ONNX model. Nothing is run, no tensor is opened. */
export interface OnnxFacts {
  /** Inputs that a caller must give: those that no stored tensor fills. */
  readonly inputs: readonly OnnxInput[]
  readonly outputs: readonly string[]
  /** Sets of operators the graph is written in; the standard one is the empty text. */
  readonly domains: readonly string[]
  readonly metadata: ReadonlyMap<string, string>
  /** Whether a tensor lies in another file. */
  readonly hasExternalData: boolean
  readonly hasGraph: boolean
}

/** Numbers of the fields that are read, by message (github.com/onnx/onnx, onnx.proto). */
const MODEL = { graph: 7, operatorSets: 8, metadata: 14 }
const GRAPH = { initializer: 5, input: 11, output: 12, sparseInitializer: 15 }
const OPERATOR_SET = { domain: 1 }
const ENTRY = { key: 1, value: 2 }
const VALUE = { name: 1, type: 2 }
const TYPE = { tensor: 1 }
const TENSOR_TYPE = { shape: 2 }
const SHAPE = { dimension: 1 }
const DIMENSION = { size: 1 }
const TENSOR = { name: 8, externalData: 13, location: 14 }
const SPARSE = { values: 1 }
/** Inputs, metadata and names that are read, at most: more is no predictor. */
export const MOST_INPUTS = 10_000

/** Reads an ONNX model. Throws ProtobufProblem when the bytes are no protocol buffer. */
export function readOnnx(bytes: Uint8Array): OnnxFacts {
  const fields = [...protobufFields(bytes)]
  const of = (number: number) => fields.filter((field) => field.number === number)
  const graph = of(MODEL.graph).at(-1)
  const tensors = graph === undefined ? [] : tensorsOf(graph.bytes)
  const stored = new Set(tensors.map(({ name }) => name))
  return {
    inputs: graph === undefined ? [] : valuesOf(graph.bytes, GRAPH.input).filter(({ name }) => !stored.has(name)),
    outputs: graph === undefined ? [] : valuesOf(graph.bytes, GRAPH.output).map(({ name }) => name),
    domains: of(MODEL.operatorSets).map(({ bytes: set }) => lastText(set, OPERATOR_SET.domain)),
    metadata: new Map(of(MODEL.metadata).map(({ bytes: entry }) => [lastText(entry, ENTRY.key), lastText(entry, ENTRY.value)])),
    hasExternalData: tensors.some(({ isExternal }) => isExternal),
    hasGraph: graph !== undefined,
  }
}

const fieldsOf = (bytes: Uint8Array, number: number): readonly ProtobufField[] => {
  const found: ProtobufField[] = []
  for (const field of protobufFields(bytes)) if (field.number === number && found.length <= MOST_INPUTS) found.push(field)
  return found
}

function lastText(bytes: Uint8Array, number: number): string {
  const field = fieldsOf(bytes, number).at(-1)
  return field === undefined ? '' : textOf(field)
}

function tensorsOf(graph: Uint8Array): { readonly name: string; readonly isExternal: boolean }[] {
  const sparse = fieldsOf(graph, GRAPH.sparseInitializer).flatMap(({ bytes }) => fieldsOf(bytes, SPARSE.values))
  return [...fieldsOf(graph, GRAPH.initializer), ...sparse].map(({ bytes }) => ({
    name: lastText(bytes, TENSOR.name),
    isExternal: fieldsOf(bytes, TENSOR.externalData).length > 0 || (fieldsOf(bytes, TENSOR.location).at(-1)?.integer ?? 0) !== 0,
  }))
}

function valuesOf(graph: Uint8Array, number: number): OnnxInput[] {
  return fieldsOf(graph, number).map(({ bytes }) => ({ name: lastText(bytes, VALUE.name), shape: shapeOf(bytes) }))
}

function shapeOf(value: Uint8Array): readonly (number | null)[] | undefined {
  const step = (bytes: Uint8Array | undefined, number: number) => (bytes === undefined ? undefined : fieldsOf(bytes, number).at(-1)?.bytes)
  const shape = step(step(step(value, VALUE.type), TYPE.tensor), TENSOR_TYPE.shape)
  if (shape === undefined) return undefined
  return fieldsOf(shape, SHAPE.dimension).map(({ bytes }) => fieldsOf(bytes, DIMENSION.size).at(-1)?.integer ?? null)
}

import { BenchcastError } from '../../errors.ts'
import { elementsOf } from '../element-type.ts'
import { DATA_TYPES } from './number-bytes.ts'
import { type ByteSource, damaged, type FieldHandlers, type ProtobufField, ProtobufReader } from './protobuf-reader.ts'

/** An input or output of a model file. */
export interface OnnxValue {
  readonly name: string
  /** Element type in ONNX's words (`float32`, `int64`, `string`); `other` for what is no tensor. */
  readonly type: string
  /** A number, or the name of a dimension that is chosen when the model is run ('' when it has none); absent when even the rank is open. */
  readonly shape?: readonly (number | string)[]
}

/** What a model file says of itself, read without its weights. */
export interface OnnxHeader {
  readonly irVersion: number
  readonly producer: string
  /** Operator sets it names, with their versions. */
  readonly opsets: readonly { readonly domain: string; readonly version: number }[]
  /** Every operator that is used, once each: `MatMul`, `com.microsoft.Gelu`; without those that the model defines itself. */
  readonly operators: readonly string[]
  /** Nodes, those of inner graphs and functions included. */
  readonly nodes: number
  /** Elements of all stored tensors. */
  readonly parameters: number
  /** What has to be fed. */
  readonly inputs: readonly OnnxValue[]
  readonly outputs: readonly OnnxValue[]
  /** Files beside the model that hold tensors, as the model names them. */
  readonly externalFiles: readonly string[]
}

/** Beyond any published model, and small enough that reading ends within a second or two. */
export const HEADER_LIMITS = { fields: 2_000_000, depth: 48, textBytes: 4096, dimensions: 32, values: 4096, operators: 4096, opsets: 256, externalFiles: 1024 } as const

const TYPE_NAMES: Readonly<Record<number, string>> = {
  4: 'uint16',
  5: 'int16',
  8: 'string',
  11: 'float64',
  12: 'uint32',
  13: 'uint64',
  ...Object.fromEntries(Object.entries(DATA_TYPES).map(([name, number]) => [number, name])),
}

/**
 * Reads the parts of an ONNX file that say what it is: inputs, outputs, operators, and which files beside it it wants. Tensor data is never looked at.
 *
 * Throws `invalid_model` for what is no ONNX file, is damaged, or is beyond {@link HEADER_LIMITS}.
 *
 * Source: onnx.proto of ONNX 1.20 (ModelProto, GraphProto, NodeProto, AttributeProto, TensorProto, ValueInfoProto).
 *
 * @example
 * readOnnxHeader({ size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) }).inputs // [{ name: 'x', type: 'float32', shape: ['batch', 3, 224, 224] }]
 */
export const readOnnxHeader = (source: ByteSource): OnnxHeader => new HeaderReader(source).header()

type Shape = (number | string)[]

interface NodeNames {
  operator: string
  domain: string
}

class HeaderReader {
  readonly #reader: ProtobufReader
  readonly #size: number
  readonly #inputs: OnnxValue[] = []
  readonly #outputs: OnnxValue[] = []
  readonly #stored = new Set<string>()
  readonly #operators = new Set<string>()
  readonly #defined = new Set<string>()
  readonly #externalFiles = new Set<string>()
  readonly #opsets: { domain: string; version: number }[] = []
  #graphs = 0
  #nodes = 0
  #parameters = 0

  constructor(source: ByteSource) {
    this.#reader = new ProtobufReader(source, HEADER_LIMITS)
    this.#size = source.size
  }

  header(): OnnxHeader {
    const { irVersion, producer } = this.#reader.message(0, this.#size, this.#model, { irVersion: 0, producer: '' })
    if (irVersion < 1 || this.#graphs !== 1) throw damaged('it holds no graph')
    const operators = [...this.#operators].filter((name) => !this.#defined.has(name))
    const inputs = this.#inputs.filter(({ name }) => !this.#stored.has(name))
    atMost(Math.max(inputs.length, this.#outputs.length), 'values', 'inputs or outputs')
    const counts = { nodes: this.#nodes, parameters: this.#parameters }
    return { irVersion, producer, opsets: this.#opsets, operators, ...counts, inputs, outputs: this.#outputs, externalFiles: [...this.#externalFiles] }
  }

  // Handlers by kind of message, made once: a model has millions of fields.

  readonly #text =
    <Place extends string>(place: Place) =>
    (field: ProtobufField, target: Record<Place, string>): void => {
      target[place] = this.#reader.text(field)
    }

  readonly #integer =
    <Place extends string>(place: Place) =>
    (field: ProtobufField, target: Record<Place, number>): void => {
      target[place] = this.#reader.integer(field)
    }

  readonly #entry: FieldHandlers<{ key: string; value: string }> = { 1: this.#text('key'), 2: this.#text('value') }

  readonly #tensor: FieldHandlers<{ name: string; dimensions: number[] }> = {
    1: (field, { dimensions }) => this.#reader.integers(field, dimensions, HEADER_LIMITS.dimensions),
    8: this.#text('name'),
    13: (field) => this.#addExternalEntry(field),
  }

  readonly #sparseTensor: FieldHandlers<undefined> = { 1: (field) => void this.#addTensor(field), 2: (field) => void this.#addTensor(field) }

  readonly #attribute: FieldHandlers<undefined> = {
    5: (field) => void this.#addTensor(field),
    6: (field) => this.#addGraph(field),
    10: (field) => void this.#addTensor(field),
    11: (field) => this.#addGraph(field),
    22: (field) => this.#reader.nested(field, this.#sparseTensor, undefined),
    23: (field) => this.#reader.nested(field, this.#sparseTensor, undefined),
  }

  readonly #node: FieldHandlers<NodeNames> = { 4: this.#text('operator'), 5: (field) => this.#reader.nested(field, this.#attribute, undefined), 7: this.#text('domain') }

  /** Inner graphs take what they need from outside: their inputs and outputs are nobody else's business. */
  readonly #innerGraph: FieldHandlers<undefined> = {
    1: (field) => this.#addNode(field),
    5: (field) => void this.#addTensor(field),
    15: (field) => this.#reader.nested(field, this.#sparseTensor, undefined),
  }

  readonly #mainGraph: FieldHandlers<undefined> = {
    ...this.#innerGraph,
    5: (field) => void this.#stored.add(this.#addTensor(field)),
    11: (field) => void this.#inputs.push(this.#value(field)),
    12: (field) => void this.#outputs.push(this.#value(field)),
  }

  readonly #function: FieldHandlers<{ name: string; domain: string }> = {
    1: this.#text('name'),
    7: (field) => this.#addNode(field),
    10: this.#text('domain'),
    11: (field) => this.#reader.nested(field, this.#attribute, undefined),
  }

  readonly #operatorSet: FieldHandlers<{ domain: string; version: number }> = { 1: this.#text('domain'), 2: this.#integer('version') }

  readonly #training: FieldHandlers<undefined> = { 1: (field) => this.#addGraph(field), 2: (field) => this.#addGraph(field) }

  readonly #model: FieldHandlers<{ irVersion: number; producer: string }> = {
    1: this.#integer('irVersion'),
    2: this.#text('producer'),
    7: (field) => {
      this.#graphs++
      this.#reader.nested(field, this.#mainGraph, undefined)
    },
    8: (field) => {
      this.#opsets.push(this.#reader.nested(field, this.#operatorSet, { domain: '', version: 0 }))
      atMost(this.#opsets.length, 'opsets', 'operator sets')
    },
    20: (field) => this.#reader.nested(field, this.#training, undefined),
    25: (field) => {
      const { domain, name } = this.#reader.nested(field, this.#function, { name: '', domain: '' })
      this.#defined.add(fullName(domain, name))
    },
  }

  readonly #dimension: FieldHandlers<{ size: number; name: string }> = { 1: this.#integer('size'), 2: this.#text('name') }

  readonly #shape: FieldHandlers<Shape> = {
    1: (field, shape) => {
      const { size, name } = this.#reader.nested(field, this.#dimension, { size: -1, name: '' })
      shape.push(size < 0 ? name : size)
      atMost(shape.length, 'dimensions', 'dimensions in one shape')
    },
  }

  readonly #tensorType: FieldHandlers<{ type: number; shape: Shape | undefined }> = {
    1: this.#integer('type'),
    2: (field, target) => {
      target.shape = this.#reader.nested(field, this.#shape, [])
    },
  }

  readonly #type: FieldHandlers<{ type: string; shape?: Shape }> = {
    1: (field, target) => {
      const { type, shape } = this.#reader.nested(field, this.#tensorType, { type: 0, shape: undefined })
      target.type = TYPE_NAMES[type] ?? `type ${type}`
      if (shape) target.shape = shape
    },
  }

  readonly #valueInfo: FieldHandlers<{ name: string; type: string; shape?: Shape }> = { 1: this.#text('name'), 2: (field, target) => void this.#reader.nested(field, this.#type, target) }

  #value(field: ProtobufField): OnnxValue {
    return this.#reader.nested(field, this.#valueInfo, { name: '', type: 'other' })
  }

  #addGraph(field: ProtobufField): void {
    this.#reader.nested(field, this.#innerGraph, undefined)
  }

  #addNode(field: ProtobufField): void {
    const { operator, domain } = this.#reader.nested(field, this.#node, { operator: '', domain: '' })
    this.#nodes++
    this.#operators.add(fullName(domain, operator))
    atMost(this.#operators.size, 'operators', 'different operators')
  }

  /** The name of a stored tensor. */
  #addTensor(field: ProtobufField): string {
    const { name, dimensions } = this.#reader.nested(field, this.#tensor, { name: '', dimensions: [] })
    const elements = elementsOf(dimensions)
    if (!(elements >= 0 && elements < MOST_ELEMENTS)) throw damaged(`a tensor has the shape [${dimensions}]`)
    this.#parameters += elements
    return name
  }

  #addExternalEntry(field: ProtobufField): void {
    const { key, value } = this.#reader.nested(field, this.#entry, { key: '', value: '' })
    if (key === 'location') this.#externalFiles.add(value)
    atMost(this.#externalFiles.size, 'externalFiles', 'files beside it')
  }
}

/** More than any memory holds. */
const MOST_ELEMENTS = 2 ** 48

/** ONNX's own operators go by their bare name, whichever of its two names their domain has. */
const fullName = (domain: string, operator: string): string => (domain === '' || domain === 'ai.onnx' ? operator : `${domain}.${operator}`)

function atMost(count: number, limit: keyof typeof HEADER_LIMITS, what: string): void {
  if (count > HEADER_LIMITS[limit]) throw new BenchcastError('invalid_model', `The model has more than ${HEADER_LIMITS[limit]} ${what}: models like this are not run.`)
}

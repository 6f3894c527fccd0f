import { elementsOf } from '../element-type.ts'
import { atMost, HEADER_LIMITS } from './header-limits.ts'
import { MessageReader } from './message-reader.ts'
import { type ByteSource, damaged, type FieldHandlers, type ProtobufField, ProtobufReader } from './protobuf-reader.ts'
import { type OnnxValue, ValueReader } from './read-value.ts'

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

interface NodeNames {
  operator: string
  domain: string
}

class HeaderReader extends MessageReader {
  readonly #source: ByteSource
  readonly #values: ValueReader
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
    super(new ProtobufReader(source, HEADER_LIMITS))
    this.#source = source
    this.#values = new ValueReader(this.reader)
  }

  header(): OnnxHeader {
    const { irVersion, producer } = this.reader.message(0, this.#source.size, this.#model, { irVersion: 0, producer: '' })
    if (irVersion < 1 || this.#graphs !== 1) throw damaged('it holds no graph')
    const operators = [...this.#operators].filter((name) => !this.#defined.has(name))
    const inputs = this.#inputs.filter(({ name }) => !this.#stored.has(name))
    atMost(Math.max(inputs.length, this.#outputs.length), 'values', 'inputs or outputs')
    const counts = { nodes: this.#nodes, parameters: this.#parameters }
    return { irVersion, producer, opsets: this.#opsets, operators, ...counts, inputs, outputs: this.#outputs, externalFiles: [...this.#externalFiles] }
  }

  // Handlers by kind of message, made once: a model has millions of fields.

  readonly #entry: FieldHandlers<{ key: string; value: string }> = { 1: this.text('key'), 2: this.text('value') }

  readonly #tensor: FieldHandlers<{ name: string; dimensions: number[] }> = {
    1: (field, { dimensions }) => this.reader.integers(field, dimensions, HEADER_LIMITS.dimensions),
    8: this.text('name'),
    13: (field) => this.#addExternalEntry(field),
  }

  readonly #sparseTensor: FieldHandlers<undefined> = { 1: (field) => void this.#addTensor(field), 2: (field) => void this.#addTensor(field) }

  readonly #attribute: FieldHandlers<undefined> = {
    5: (field) => void this.#addTensor(field),
    6: (field) => this.#addGraph(field),
    10: (field) => void this.#addTensor(field),
    11: (field) => this.#addGraph(field),
    22: (field) => this.reader.nested(field, this.#sparseTensor, undefined),
    23: (field) => this.reader.nested(field, this.#sparseTensor, undefined),
  }

  readonly #node: FieldHandlers<NodeNames> = { 4: this.text('operator'), 5: (field) => this.reader.nested(field, this.#attribute, undefined), 7: this.text('domain') }

  /** Inner graphs take what they need from outside: their inputs and outputs are nobody else's business. */
  readonly #innerGraph: FieldHandlers<undefined> = {
    1: (field) => this.#addNode(field),
    5: (field) => void this.#addTensor(field),
    15: (field) => this.reader.nested(field, this.#sparseTensor, undefined),
  }

  readonly #mainGraph: FieldHandlers<undefined> = {
    ...this.#innerGraph,
    5: (field) => void this.#stored.add(this.#addTensor(field)),
    11: (field) => void this.#inputs.push(this.#values.read(field)),
    12: (field) => void this.#outputs.push(this.#values.read(field)),
  }

  readonly #function: FieldHandlers<{ name: string; domain: string }> = {
    1: this.text('name'),
    7: (field) => this.#addNode(field),
    10: this.text('domain'),
    11: (field) => this.reader.nested(field, this.#attribute, undefined),
  }

  readonly #operatorSet: FieldHandlers<{ domain: string; version: number }> = { 1: this.text('domain'), 2: this.integer('version') }

  readonly #training: FieldHandlers<undefined> = { 1: (field) => this.#addGraph(field), 2: (field) => this.#addGraph(field) }

  readonly #model: FieldHandlers<{ irVersion: number; producer: string }> = {
    1: this.integer('irVersion'),
    2: this.text('producer'),
    7: (field) => {
      this.#graphs++
      this.reader.nested(field, this.#mainGraph, undefined)
    },
    8: (field) => {
      this.#opsets.push(this.reader.nested(field, this.#operatorSet, { domain: '', version: 0 }))
      atMost(this.#opsets.length, 'opsets', 'operator sets')
    },
    20: (field) => this.reader.nested(field, this.#training, undefined),
    25: (field) => {
      const { domain, name } = this.reader.nested(field, this.#function, { name: '', domain: '' })
      this.#defined.add(fullName(domain, name))
    },
  }

  #addGraph(field: ProtobufField): void {
    this.reader.nested(field, this.#innerGraph, undefined)
  }

  #addNode(field: ProtobufField): void {
    const { operator, domain } = this.reader.nested(field, this.#node, { operator: '', domain: '' })
    this.#nodes++
    this.#operators.add(fullName(domain, operator))
    atMost(this.#operators.size, 'operators', 'different operators')
  }

  /** The name of a stored tensor. */
  #addTensor(field: ProtobufField): string {
    const { name, dimensions } = this.reader.nested(field, this.#tensor, { name: '', dimensions: [] })
    const elements = elementsOf(dimensions)
    if (!(elements >= 0 && elements < MOST_ELEMENTS)) throw damaged(`a tensor has the shape [${dimensions}]`)
    this.#parameters += elements
    return name
  }

  #addExternalEntry(field: ProtobufField): void {
    const { key, value } = this.reader.nested(field, this.#entry, { key: '', value: '' })
    if (key === 'location') this.#externalFiles.add(value)
    atMost(this.#externalFiles.size, 'externalFiles', 'files beside it')
  }
}

/** More than any memory holds. */
const MOST_ELEMENTS = 2 ** 48

/** ONNX's own operators go by their bare name, whichever of its two names their domain has. */
const fullName = (domain: string, operator: string): string => (domain === '' || domain === 'ai.onnx' ? operator : `${domain}.${operator}`)

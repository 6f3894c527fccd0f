import { BenchcastError } from '../../errors.ts'
import { bytesOf } from '../element-type.ts'
import { type AttributeValue, type Graph, type GraphNode, OPSET, type Tensor } from '../graph.ts'
import { constantBytes, DATA_TYPES, isWritable } from './number-bytes.ts'
import { ProtobufWriter } from './protobuf.ts'
import { WeightFiller } from './weight-filler.ts'

/** Where weights of at least a page go that are not in the model itself. */
export interface ExternalTensor {
  readonly tensor: Tensor
  /** Bytes from the start of the file, on a page boundary. */
  readonly offset: number
  readonly byteLength: number
}

export interface OnnxModel {
  /** The ONNX file. */
  readonly model: Uint8Array
  /** What belongs into the file beside it, in order of offsets; empty when everything is in the model. */
  readonly external: readonly ExternalTensor[]
  /** Makes the bytes of any of them, one at a time, so that a model never has to be in memory whole. */
  readonly bytesOf: (tensor: Tensor) => Uint8Array
}

export interface OnnxOptions {
  /** Of the random weights. */
  readonly seed: number
  /** Name of a file beside the model that takes the weights, instead of the model itself (which may not exceed 2 GB). */
  readonly externalFile?: string
}

const PAGE = 4096
/** Version of the file format that operator set 21 came with. */
const IR_VERSION = 10
const PRODUCER = 'benchcast'
const LARGEST_INLINE_BYTES = 2 ** 31 - 2 ** 20
/** Operators that are not ONNX's own, by domain. */
export const CONTRIBUTED: Readonly<Record<string, string>> = { MatMulNBits: 'com.microsoft' }

/**
 * Writes a graph as an ONNX model with random weights: how long it runs does not depend on their values. The same graph and seed give the same bytes.
 *
 * Throws `unsupported_precision` for element types no runtime takes as they are (4- and 8-bit floats, bare int4) and `invalid_model` for more than 2 GB without an external file.
 *
 * @example
 * const { model, external, bytesOf } = writeOnnx(graph, { seed: 7, externalFile: 'weights.bin' })
 */
export function writeOnnx(graph: Graph, { seed, externalFile }: OnnxOptions): OnnxModel {
  const learnt = [...graph.tensors.values()].filter(({ role }) => role === 'weight' || role === 'buffer')
  checkTypes(graph)
  const external = externalFile === undefined ? [] : placed(learnt)
  const total = learnt.reduce((sum, tensor) => sum + bytesOf(tensor), 0)
  if (externalFile === undefined && total > LARGEST_INLINE_BYTES)
    throw new BenchcastError('invalid_model', `${graph.name} has ${(total / 1e9).toFixed(1)} GB of weights: more than an ONNX file holds. Put them into a file beside it.`)
  const filler = new WeightFiller(graph, seed)
  const offsets = new Map(external.map((place) => [place.tensor.name, place]))
  const initializer = (message: ProtobufWriter, tensor: Tensor) => {
    const place = offsets.get(tensor.name)
    if (place === undefined) writeTensor(message, tensor, tensor.role === 'constant' ? constantBytes(tensor) : filler.bytesOf(tensor))
    else writeExternalTensor(message, place, externalFile!)
  }
  return { model: modelBytes(graph, initializer), external, bytesOf: (tensor) => filler.bytesOf(tensor) }
}

function checkTypes({ name, tensors }: Graph): void {
  const wrong = [...tensors.values()].find(({ type }) => !isWritable(type))
  if (wrong !== undefined) throw new BenchcastError('unsupported_precision', `${name} has tensors of type ${wrong.type}, which cannot be run as they are: use fp32, fp16, int8 or int4.`)
}

/** Large tensors one behind the other, each on a page boundary, so that a runtime can map them. */
function placed(tensors: readonly Tensor[]): readonly ExternalTensor[] {
  let offset = 0
  return tensors
    .filter((tensor) => bytesOf(tensor) >= PAGE)
    .map((tensor) => {
      const place = { tensor, offset, byteLength: bytesOf(tensor) }
      offset = Math.ceil((offset + place.byteLength) / PAGE) * PAGE
      return place
    })
}

type WriteInitializer = (message: ProtobufWriter, tensor: Tensor) => void

function modelBytes(graph: Graph, initializer: WriteInitializer): Uint8Array {
  const domains = new Set(graph.nodes.map(({ operator }) => CONTRIBUTED[operator]).filter((domain) => domain !== undefined))
  const model = new ProtobufWriter().integer(1, IR_VERSION).text(2, PRODUCER)
  model.message(7, (message) => writeGraph(message, graph, initializer))
  model.message(8, (message) => message.text(1, '').integer(2, OPSET))
  for (const domain of domains) model.message(8, (message) => message.text(1, domain).integer(2, 1))
  return model.bytes()
}

function writeGraph(message: ProtobufWriter, graph: Graph, initializer: WriteInitializer): void {
  for (const node of graph.nodes) message.message(1, (inner) => writeNode(inner, node))
  message.text(2, graph.name)
  const stored = [...graph.tensors.values()].filter(({ role }) => role === 'weight' || role === 'buffer' || role === 'constant')
  for (const tensor of stored) message.message(5, (inner) => initializer(inner, tensor))
  for (const name of graph.inputs) message.message(11, (inner) => writeValue(inner, graph.tensors.get(name)!))
  for (const name of new Set(graph.outputs)) message.message(12, (inner) => writeValue(inner, graph.tensors.get(name)!))
}

function writeNode(message: ProtobufWriter, { operator, inputs, outputs, attributes }: GraphNode): void {
  for (const input of inputs) message.text(1, input)
  for (const output of outputs) message.text(2, output)
  message.text(3, outputs[0]!).text(4, operator)
  for (const [name, value] of Object.entries(attributes)) message.message(5, (inner) => writeAttribute(inner, name, value))
  const domain = CONTRIBUTED[operator]
  if (domain !== undefined) message.text(7, domain)
}

/** Attributes that are floats even when their value is whole. */
const FLOATS = new Set(['alpha', 'beta', 'epsilon', 'gamma', 'momentum', 'cubic_coeff_a', 'extrapolation_value'])
/** AttributeProto.AttributeType. */
const KIND = { float: 1, integer: 2, text: 3, integers: 7 } as const

function writeAttribute(message: ProtobufWriter, name: string, value: AttributeValue): void {
  message.text(1, name)
  if (name === 'to') message.integer(3, DATA_TYPES[value as keyof typeof DATA_TYPES]).integer(20, KIND.integer)
  else if (typeof value === 'string') message.text(4, value).integer(20, KIND.text)
  else if (typeof value !== 'number') message.packedIntegers(8, value).integer(20, KIND.integers)
  else if (FLOATS.has(name)) message.float(2, value).integer(20, KIND.float)
  else message.integer(3, value).integer(20, KIND.integer)
}

function writeTensor(message: ProtobufWriter, { name, type, shape }: Tensor, bytes: Uint8Array): void {
  message.packedIntegers(1, shape).integer(2, DATA_TYPES[type]).text(8, name).blob(9, bytes)
}

/** TensorProto.DataLocation.EXTERNAL. */
const EXTERNAL = 1

function writeExternalTensor(message: ProtobufWriter, { tensor: { name, type, shape }, offset, byteLength }: ExternalTensor, file: string): void {
  message.packedIntegers(1, shape).integer(2, DATA_TYPES[type]).text(8, name)
  for (const [key, value] of Object.entries({ location: file, offset, length: byteLength })) message.message(13, (entry) => entry.text(1, key).text(2, String(value)))
  message.integer(14, EXTERNAL)
}

function writeValue(message: ProtobufWriter, { name, type, shape }: Tensor): void {
  const dimensions = (inner: ProtobufWriter) => {
    for (const size of shape) inner.message(1, (dimension) => dimension.integer(1, size))
  }
  const tensorType = (inner: ProtobufWriter) => inner.integer(1, DATA_TYPES[type]).message(2, dimensions)
  message.text(1, name).message(2, (inner) => inner.message(1, tensorType))
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BenchcastError } from '../../errors.ts'
import { SAMPLES } from '../testing.ts'
import { type ByteSource, ProtobufWriter, readOnnxHeader, runnableGraph, writeOnnx } from './index.ts'

const sourceOf = (bytes: Uint8Array): ByteSource => ({ size: bytes.length, read: (offset, length) => bytes.subarray(offset, offset + length) })
const reading = (bytes: Uint8Array) => () => readOnnxHeader(sourceOf(bytes))
const graph = runnableGraph(SAMPLES.bert!, { batch: 2, sequence: 16 }, 'int4')
const { model } = writeOnnx(graph, { seed: 7, externalFile: 'weights.bin' })

/** A model of one graph whose fields a test writes. */
const modelOf = (write: (graph: ProtobufWriter) => unknown) => new ProtobufWriter().integer(1, 10).message(7, write).bytes()
const dimension = (value: number) => (message: ProtobufWriter) => message.message(1, (inner) => inner.integer(1, value))

describe('The header of a model file', () => {
  it('tells inputs, outputs, operators and files beside it, as they were written', () => {
    const header = readOnnxHeader(sourceOf(model))
    const values = (names: readonly string[]) => names.map((name) => ({ name, type: graph.tensors.get(name)!.type, shape: graph.tensors.get(name)!.shape }))
    expect(header.inputs).toEqual(values(graph.inputs))
    expect(header.outputs).toEqual(values(graph.outputs))
    expect(header.nodes).toBe(graph.nodes.length)
    expect(new Set(header.operators)).toEqual(new Set(graph.nodes.map(({ operator }) => (operator === 'MatMulNBits' ? 'com.microsoft.MatMulNBits' : operator))))
    expect(header).toMatchObject({ irVersion: 10, producer: 'benchcast', externalFiles: ['weights.bin'] })
    expect(header.opsets).toContainEqual({ domain: '', version: 21 })
  })

  it('names open dimensions, and takes negative ones for open', () => {
    const bytes = modelOf((g) =>
      g.message(11, (value) =>
        value.text(1, 'x').message(2, (type) =>
          type.message(1, (tensor) =>
            tensor.integer(1, 1).message(2, (shape) => {
              shape.message(1, (inner) => inner.text(2, 'batch')).message(1, () => undefined)
              dimension(-1)(shape)
              dimension(3)(shape)
            }),
          ),
        ),
      ),
    )
    expect(readOnnxHeader(sourceOf(bytes)).inputs).toEqual([{ name: 'x', type: 'float32', shape: ['batch', '', '', 3] }])
  })

  it('leaves out inputs that are stored in the file, and operators that the model defines itself', () => {
    const graphOf = (g: ProtobufWriter) =>
      g
        .message(1, (node) => node.text(4, 'Mine').text(7, 'own'))
        .message(5, (tensor) => tensor.text(8, 'w'))
        .message(11, (value) => value.text(1, 'w'))
        .message(11, (value) => value.text(1, 'x'))
    const bytes = new ProtobufWriter()
      .integer(1, 8)
      .message(7, graphOf)
      .message(25, (own) =>
        own
          .text(1, 'Mine')
          .text(10, 'own')
          .message(7, (node) => node.text(4, 'Relu')),
      )
      .bytes()
    const { inputs, operators } = readOnnxHeader(sourceOf(bytes))
    expect(inputs.map(({ name }) => name)).toEqual(['x'])
    expect(operators).toEqual(['Relu'])
  })

  it('finds files beside it that tensors in attributes of inner graphs name', () => {
    const external = (message: ProtobufWriter) => message.message(13, (entry) => entry.text(1, 'location').text(2, '../../hidden'))
    const inner = (g: ProtobufWriter) => g.message(1, (node) => node.text(4, 'Constant').message(5, (attribute) => attribute.message(22, (sparse) => sparse.message(1, external))))
    const bytes = modelOf((g) => g.message(1, (node) => node.text(4, 'If').message(5, (attribute) => attribute.message(6, inner))))
    expect(readOnnxHeader(sourceOf(bytes)).externalFiles).toEqual(['../../hidden'])
  })

  it('is not read from something else, from nothing, or from a file that ends too soon', () => {
    for (const text of ['', 'hello', '{"a": 1}', '\n\n\n\n']) expect(reading(new TextEncoder().encode(text))).toThrow(/no ONNX model that can be read/)
    for (let length = 0; length < model.length; length += 97) expect(reading(model.subarray(0, length))).toThrow(BenchcastError)
  })

  it('beyond the limits is refused', () => {
    let deep = new ProtobufWriter().text(2, 'innermost').bytes()
    for (let level = 0; level < 40; level++) deep = new ProtobufWriter().message(5, (attribute) => attribute.blob(6, new ProtobufWriter().blob(1, deep).bytes())).bytes()
    const stored = (shape: readonly number[]) => (g: ProtobufWriter) => g.message(5, (tensor) => tensor.packedIntegers(1, shape))
    expect(reading(modelOf((g) => g.blob(1, deep)))).toThrow(/nested more than 48/)
    expect(reading(modelOf((g) => g.message(1, (node) => node.text(4, 'x'.repeat(5000)))))).toThrow(/name of 5000 bytes/)
    expect(reading(modelOf(stored(new Array<number>(100).fill(1))))).toThrow(/more than 32 dimensions/)
    expect(reading(modelOf(stored([2 ** 31, 2 ** 31])))).toThrow(/shape/)
  })

  it('of a damaged file is either read or refused, never anything else', () => {
    const small = writeOnnx(runnableGraph(SAMPLES.bert!, { batch: 1, sequence: 4 }, 'fp32'), { seed: 7, externalFile: 'w' }).model
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(small.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = small.slice()
        for (const [place, byte] of changes) bytes[place] = byte
        try {
          expect(readOnnxHeader(sourceOf(bytes)).irVersion).toBeGreaterThan(0)
        } catch (error) {
          expect(error).toBeInstanceOf(BenchcastError)
        }
      }),
      { numRuns: 200, seed: 7 },
    )
  })
})

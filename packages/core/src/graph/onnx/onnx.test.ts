import { describe, expect, it } from 'vitest'
import { BUILDERS, GraphBuilder } from '../index.ts'
import { SAMPLES } from '../testing.ts'
import { runnableGraph, sampleInputs, writeOnnx } from './index.ts'
import { encodeValues, toBfloat16, toHalf } from './number-bytes.ts'
import { ProtobufWriter } from './protobuf.ts'
import { quantiseToInt8 } from './quantise.ts'

const bert = SAMPLES.bert!
const size = { batch: 2, sequence: 16 }

describe('The protocol-buffers writer', () => {
  it('writes the examples of the format description', () => {
    expect([...new ProtobufWriter().integer(1, 150).bytes()]).toEqual([0x08, 0x96, 0x01])
    expect([...new ProtobufWriter().text(2, 'testing').bytes()]).toEqual([0x12, 0x07, ...new TextEncoder().encode('testing')])
    expect([...new ProtobufWriter().message(3, (inner) => inner.integer(1, 150)).bytes()]).toEqual([0x1a, 0x03, 0x08, 0x96, 0x01])
    expect([...new ProtobufWriter().packedIntegers(4, [3, 270, 86942]).bytes()]).toEqual([0x22, 0x06, 0x03, 0x8e, 0x02, 0x9e, 0xa7, 0x05])
  })

  it('writes negative and large numbers as two’s complement of 64 bits', () => {
    expect([...new ProtobufWriter().integer(1, -1).bytes()]).toEqual([0x08, ...new Array<number>(9).fill(0xff), 0x01])
    expect([...new ProtobufWriter().integer(1, 2 ** 40).bytes()]).toEqual([0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20])
  })
})

describe('Numbers in 16 bits', () => {
  it('are rounded to nearest, ties to even, as the language’s own half-precision array does', () => {
    const values = [0, -0, 1, -2, 65504, 65519.9, 65520, 1e9, 6e-8, 5.96e-8, 2.98e-8, 2.9e-8, 6.1e-5, 1 / 3, 2049, 2051, Number.NaN, Number.POSITIVE_INFINITY]
    const reference = new Uint16Array(new (globalThis as unknown as { Float16Array: new (values: number[]) => { buffer: ArrayBuffer } }).Float16Array(values).buffer)
    expect(values.map(toHalf)).toEqual([...reference])
  })

  it('as bfloat16 keep the upper half of single precision', () => {
    expect([1, -2, 1 / 3, 0].map(toBfloat16)).toEqual([0x3f80, 0xc000, 0x3eab, 0])
  })
})

describe('A model file', () => {
  const graph = runnableGraph(bert, size, 'fp32')

  it('is the same for the same seed, and its weights are the same whatever the batch', () => {
    const model = (batch: number, seed: number) => writeOnnx(runnableGraph(bert, { ...size, batch }, 'fp32'), { seed })
    expect(model(2, 7).model).toEqual(model(2, 7).model)
    expect(model(2, 7).model).not.toEqual(model(2, 8).model)
    const weight = graph.tensors.get('layer.0.attention.query.weight') ?? [...graph.tensors.values()].find(({ role, shape }) => role === 'weight' && shape.length === 2)!
    expect(model(2, 7).bytesOf(weight)).toEqual(model(4, 7).bytesOf(weight))
  })

  it('may keep its large weights in a file beside it, each on a page of its own', () => {
    const { external, model } = writeOnnx(graph, { seed: 7, externalFile: 'w.bin' })
    expect(external.length).toBeGreaterThan(5)
    for (const { offset, byteLength } of external) expect([offset % 4096, byteLength >= 4096]).toEqual([0, true])
    for (const [index, { offset, byteLength }] of external.slice(0, -1).entries()) expect(external[index + 1]!.offset).toBeGreaterThanOrEqual(offset + byteLength)
    expect(model.length).toBeLessThan(writeOnnx(graph, { seed: 7 }).model.length)
  })

  it('of a number format that no runtime takes is refused', () => {
    const float8 = BUILDERS.encoder.build(bert.config as never, { ...size, precision: 'fp8' })
    expect(() => writeOnnx(float8, { seed: 7 })).toThrow(/float8.*use fp32, fp16, int8 or int4/)
  })
})

describe('Inputs to run a model with', () => {
  it('are token ids within the vocabulary, masks of ones, and numbers between -1 and 1', () => {
    const inputs = new Map(sampleInputs(runnableGraph(bert, size, 'fp32'), 7).map((input) => [input.name, input]))
    const ids = new BigInt64Array(inputs.get('input_ids')!.bytes.slice().buffer)
    expect(ids.every((id) => id >= 0n && id < 100n)).toBe(true)
    expect(new Set(ids).size).toBeGreaterThan(10)
    expect(new Set(new BigInt64Array(inputs.get('attention_mask')!.bytes.slice().buffer))).toEqual(new Set([1n]))
  })
})

describe('Quantisation', () => {
  it('to int8 quantises every activation once, keeps shapes, and leaves products of two activations alone', () => {
    const b = new GraphBuilder('two')
    const x = b.input('x', [1, 3, 8, 8])
    b.output(b.add(b.conv(x, 'a', { channels: 4, kernel: 3, padding: 1 }), b.conv(x, 'b', { channels: 4, kernel: 1, bias: false })))
    const graph = quantiseToInt8(b.build())
    const count = (operator: string) => graph.nodes.filter((node) => node.operator === operator).length
    expect(['DynamicQuantizeLinear', 'ConvInteger', 'Conv', 'Add'].map(count)).toEqual([1, 2, 0, 2])
    const attention = runnableGraph(bert, size, 'int8')
    expect(attention.nodes.filter(({ operator }) => operator === 'MatMul').length).toBe(2 * 4)
    expect(attention.outputs.map((name) => attention.tensors.get(name)!.shape)).toEqual(
      runnableGraph(bert, size, 'fp32').outputs.map((name) => runnableGraph(bert, size, 'fp32').tensors.get(name)!.shape),
    )
  })

  it('to int4 stores half a byte a weight and a scale for every 32 of them', () => {
    const graph = runnableGraph(bert, size, 'int4')
    const node = graph.nodes.find(({ operator }) => operator === 'MatMulNBits')!
    const [packed, scales] = node.inputs.slice(1).map((name) => graph.tensors.get(name)!.shape)
    expect(node.attributes).toMatchObject({ bits: 4, block_size: 32 })
    expect([packed, scales]).toEqual([[node.attributes.N, 1, 16], [node.attributes.N]])
  })
})

describe('Values of constants', () => {
  it('are encoded little-endian by their type', () => {
    expect([...encodeValues('int64', [1])]).toEqual([1, 0, 0, 0, 0, 0, 0, 0])
    expect([...encodeValues('bool', [1, 0])]).toEqual([1, 0])
    expect([...encodeValues('float16', [1])]).toEqual([0, 0x3c])
  })
})

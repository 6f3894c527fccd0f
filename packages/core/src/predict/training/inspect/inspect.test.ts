import { describe, expect, it } from 'vitest'
import { CORRECTION_FEATURES, inspectStoredPredictor, trainCorrection } from '../index.ts'
import { measure, rooflinePrior, workloads } from '../testing.ts'

const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** A protocol buffer message: a number, a text, or the bytes of another message by field. */
function message(...fields: readonly (readonly [field: number, value: number | string | Uint8Array])[]): Uint8Array {
  const varint = (value: number): number[] => (value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))])
  return Uint8Array.from(
    fields.flatMap(([field, value]) => {
      if (typeof value === 'number') return [...varint(field * 8), ...varint(value)]
      const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value
      return [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes]
    }),
  )
}

/** An input of a graph; a negative size is free. */
function input(name: string, ...sizes: readonly number[]): readonly [11, Uint8Array] {
  const shape = message(...sizes.map((size) => [1, size < 0 ? message([2, 'N']) : message([1, size])] as const))
  return [11, message([1, name], [2, message([1, message([1, 1], [2, shape])])])]
}

interface Parts {
  readonly graph?: readonly (readonly [number, string | Uint8Array])[]
  readonly domain?: string
  readonly metadata?: Readonly<Record<string, string>>
}
const onnx = ({ graph = [input('batch_size', -1, 1), input('parameters', -1, 1)], domain = 'ai.onnx.ml', metadata = {} }: Parts = {}): Uint8Array =>
  message(
    [1, 8],
    [2, 'skl2onnx'],
    [7, message([2, 'predictor'], ...graph)],
    [8, message([1, ''], [2, 17])],
    [8, message([1, domain], [2, 3])],
    ...Object.entries(metadata).map(([key, value]) => [14, message([1, key], [2, value])] as const),
  )
const table = [input('X', -1, 2)]

describe('serialised trees', () => {
  const { correction } = trainCorrection(
    measure(workloads(6, 4), ({ precision }) => (precision === 'fp32' ? -1 : 0), 0.1),
    { prior: rooflinePrior(), seed: 1, madeAt: '2026-01-01T00:00:00Z' },
  )
  it('are recognised, with their features and importances', () => {
    const text = JSON.stringify(correction)
    const { format, features, sizeBytes, importances } = inspectStoredPredictor(bytesOf(text), 'mine.json')
    expect({ format, features, sizeBytes }).toEqual({ format: 'trees', features: CORRECTION_FEATURES, sizeBytes: text.length })
    expect(Object.values(importances!).reduce((a, b) => a + b)).toBeCloseTo(1, 10)
  })

  it('are refused under names of features that are not theirs', () => {
    const look = (declared: readonly string[]) => inspectStoredPredictor(bytesOf(JSON.stringify(correction)), 'mine.json', declared)
    expect(look(CORRECTION_FEATURES.toReversed()).features).toEqual(CORRECTION_FEATURES)
    expect(() => look(['x'])).toThrow(/^"mine.json" has the features .*, but 'x' is only in one of it and the request/)
    expect(() => look(CORRECTION_FEATURES.slice(1))).toThrow(`'${CORRECTION_FEATURES[0]}' is only in one of it and the request`)
  })

  it('are refused when they are no JSON or other JSON', () => {
    expect(() => inspectStoredPredictor(bytesOf('{"format": '), 'mine.json')).toThrow('"mine.json" begins like JSON but is not')
    expect(() => inspectStoredPredictor(bytesOf('{"trees": []}'), 'mine.json')).toThrow("'format' must be 'benchcast-correction-1'")
    expect(() => inspectStoredPredictor(bytesOf('[1, 2]'), 'mine.json')).toThrow("'the file' must be an object")
  })
})

describe('ONNX', () => {
  it('with an input for each feature names them itself', () => {
    expect(inspectStoredPredictor(onnx(), 'a.onnx')).toEqual({ format: 'onnx', features: ['batch_size', 'parameters'], sizeBytes: onnx().length })
  })

  it('does not count stored tensors as inputs', () => {
    const stored = [5, message([8, 'weights'])] as const
    expect(inspectStoredPredictor(onnx({ graph: [input('batch_size', -1), input('parameters', -1), input('weights', 8, 8), stored] }), 'a.onnx').features).toEqual(['batch_size', 'parameters'])
  })

  it('with one table has the names of its metadata, or those that are declared', () => {
    for (const names of ['["batch_size", "parameters"]', 'batch_size, parameters'])
      expect(inspectStoredPredictor(onnx({ graph: table, metadata: { feature_names: names } }), 'a.onnx').features).toEqual(['batch_size', 'parameters'])
    expect(inspectStoredPredictor(onnx({ graph: table }), 'a.onnx', ['b', 'a']).features).toEqual(['b', 'a'])
  })

  it('with one input of one value has its name, unless that is what exporters call a table', () => {
    for (const sizes of [[-1], [-1, 1]]) {
      expect(() => inspectStoredPredictor(onnx({ graph: [input('batch_size', ...sizes)] }), 'a.onnx', ['foo'])).toThrow("has the features batch_size, but 'foo' is only in one of it and the request")
      expect(inspectStoredPredictor(onnx({ graph: [input('batch_size', ...sizes)] }), 'a.onnx', ['batch_size']).features).toEqual(['batch_size'])
      for (const name of ['X', 'float_input', 'input_1']) expect(inspectStoredPredictor(onnx({ graph: [input(name, ...sizes)] }), 'a.onnx', ['batch_size']).features).toEqual(['batch_size'])
    }
  })

  it.each([
    [onnx({ graph: table }), undefined, "has one input 'X' of 2 columns without names: write them into the metadata entry 'feature_names'"],
    [onnx({ graph: table }), ['a'], 'takes 2 values, but 1 features are named (a)'],
    [onnx(), ['batch_size', 'speed'], "has the features batch_size, parameters, but 'speed' is only in one of it and the request"],
    [onnx({ graph: [] }), undefined, 'has 0 inputs'],
    [onnx({ graph: [input('a', -1, 1), input('b', -1, 3)] }), undefined, "has several inputs, and 'b' is wider than one value"],
    [onnx({ graph: [input('a', -1, 1), input('a', -1, 1)] }), undefined, 'two of one name'],
    [onnx({ domain: 'com.microsoft' }), undefined, "uses operators of 'com.microsoft', which are code outside the file"],
    [onnx({ graph: [input('a', 1), input('b', 1), [5, message([8, 'w'], [13, message([1, 'location'], [2, '../../etc/passwd'])])]] }), undefined, 'keeps tensors in other files'],
    [onnx({ graph: [input('a', 1), input('b', 1), [5, message([8, 'w'], [14, 1])]] }), undefined, 'keeps tensors in other files'],
    [message([1, 8], [8, message([2, 17])]), undefined, 'is neither serialised trees nor ONNX'],
    [onnx().subarray(0, 60), undefined, 'is neither serialised trees nor ONNX'],
    [Uint8Array.of(0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), undefined, 'is neither serialised trees nor ONNX'],
    [Uint8Array.of(0x3a, 0xff, 0xff, 0xff, 0xff, 0x7f, 1), undefined, 'is neither serialised trees nor ONNX'],
  ])('is refused when it cannot be used safely: case %#', (bytes, declared, sentence) => {
    expect(() => inspectStoredPredictor(bytes, 'a.onnx', declared)).toThrow(sentence)
  })
})

describe('what is not plain data', () => {
  it.each([
    ['\x80\x04\x95\x12\x00', 'model.onnx', 'is a Python pickle'],
    ['\x80\x02}q\x00.', 'model', 'is a Python pickle'],
    ["cos\nsystem\n(S'id'\ntR.", 'model.json', 'is a Python pickle'],
    ['(dp0\n.', 'model.json', 'is a Python pickle'],
    ['{}', 'model.pkl', 'is named like a Python pickle'],
    ['{}', 'model.JOBLIB', 'is named like a Python pickle'],
    ['\x78\x9cabc', 'model', 'is a compressed file, as joblib writes pickles'],
    ['\x1f\x8b\x08', 'model', 'is a compressed file'],
    ['PK\x03\x04abc', 'model.onnx', 'is a zip archive, as PyTorch and Keras write models'],
    ['\x89HDF\r\n\x1a\n', 'model', 'is an HDF5 file'],
    ['\x93NUMPY\x01\x00', 'model', 'is a NumPy archive'],
    ['\x7fELF', 'model.onnx', 'is a program'],
    ['# a model\nimport os\n', 'model.json', 'is source code'],
    ['from a.b import c\n', 'model.json', 'is source code'],
    ['<?xml version="1.0"?>', 'model', 'is XML'],
    ['anything else', 'model.txt', 'is neither serialised trees nor ONNX'],
  ])('is refused with the reason and a remedy: %j', (text, fileName, sentence) => {
    const look = () => inspectStoredPredictor(bytesOf(text), fileName)
    expect(look).toThrow(sentence)
    expect(look).toThrow(/Export it to ONNX with named features .* or send serialised trees as JSON/)
    expect(look).toThrow(expect.objectContaining({ code: 'unsafe_model_file' }))
  })

  it('is refused when it is empty', () => {
    expect(() => inspectStoredPredictor(new Uint8Array(0), 'a.onnx')).toThrow('"a.onnx" is empty')
  })
})

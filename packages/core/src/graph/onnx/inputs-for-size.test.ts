import { describe, expect, it } from 'vitest'
import { type FileSize, inputsForSize, type OnnxValue } from './index.ts'

const shapesOf = (inputs: readonly OnnxValue[], size: FileSize) => inputsForSize(inputs, size, 7).map(({ shape }) => shape)
const float = (...shape: (number | string)[]): OnnxValue => ({ name: 'x', type: 'float32', shape })
const whole = (name: string, ...shape: (number | string)[]): OnnxValue => ({ name, type: 'int64', shape })
const numbersOf = (inputs: readonly OnnxValue[], size: FileSize) => inputsForSize(inputs, size, 7).map(({ bytes }) => [...new BigInt64Array(bytes.slice().buffer)].map(Number))

describe('Inputs of a model file at a size', () => {
  it.each<[string, OnnxValue, FileSize, number[]]>([
    ['an encoder', whole('input_ids', 'batch_size', 'sequence_length'), { batch: 8, sequence: 32 }, [8, 32]],
    ['an image network', float('N', 3, 'height', 'width'), { batch: 2, imageSize: 96 }, [2, 3, 96, 96]],
    ['an image network without names', float('', '', '', ''), { batch: 2, imageSize: 96 }, [2, 3, 96, 96]],
    ['a fixed image behind an open batch', float('batch', 3, 224, 224), { batch: 4, imageSize: 96 }, [4, 3, 224, 224]],
    ['a cache', float('batch_size', 12, 'past_sequence_length', 64), { batch: 1, sequence: 1, past: 100 }, [1, 12, 100, 64]],
    ['a mask over the cache and what is fed', whole('attention_mask', 'batch_size', 'past_sequence_length + sequence_length'), { batch: 1, sequence: 1, past: 100 }, [1, 101]],
    ['a table without names', whole('ids', '', ''), { batch: 3, sequence: 5 }, [3, 5]],
    ['a dimension of an unknown name in the first place', float('unk__12', 10), { batch: 3 }, [3, 10]],
    ['a dimension whose size is told', float('batch', 'points', 7, 'unk'), { batch: 3, dimensions: { points: 9, unk: 2 } }, [3, 9, 7, 2]],
    ['the usual sizes', float('batch', 'seq', 'height', 'channels'), { batch: 1 }, [1, 128, 224, 3]],
    ['a scalar', float(), { batch: 1 }, []],
  ])('have the shape of %s', (_, input, size, expected) => {
    expect(shapesOf([input], size)).toEqual([expected])
  })

  it('are masks of ones and small whole numbers, below the size of the vocabulary when it is told', () => {
    const inputs = [whole('attention_mask', 'batch', 'seq'), whole('input_ids', 'batch', 'seq')]
    const [mask, ids] = numbersOf(inputs, { batch: 4, sequence: 16 })
    expect(new Set(mask)).toEqual(new Set([1]))
    expect(new Set(ids)).toEqual(new Set([0, 1]))
    const [, many] = numbersOf(inputs, { batch: 4, sequence: 16, vocabulary: 1000 })
    expect(Math.max(...many!)).toBeGreaterThan(500)
    expect(Math.max(...many!)).toBeLessThan(1000)
  })

  it('are the same for the same seed', () => {
    expect(inputsForSize([float('batch', 9)], { batch: 2 }, 7)).toEqual(inputsForSize([float('batch', 9)], { batch: 2 }, 7))
    expect(inputsForSize([float('batch', 9)], { batch: 2 }, 7)).not.toEqual(inputsForSize([float('batch', 9)], { batch: 2 }, 8))
  })

  it('are refused for another batch than the one a model is made for', () => {
    expect(() => shapesOf([float(1, 3, 224, 224)], { batch: 8 })).toThrow(/exported for batches of 1: ask for batch 1/)
    expect(shapesOf([float(1, 3)], { batch: 1 })).toEqual([[1, 3]])
  })

  it('are refused when they are too large, of an open rank, of a name that says nothing, or of a type that is not fed', () => {
    expect(() => shapesOf([float(2 ** 31)], { batch: 1 })).toThrow(/ask for a smaller size/)
    expect(() => shapesOf([float('batch', 2 ** 20)], { batch: 1024 })).toThrow(/ask for a smaller size/)
    expect(() => shapesOf([float(0, 2 ** 40)], { batch: 1 })).toThrow(/ask for a smaller size/)
    expect(() => shapesOf([{ name: 'x', type: 'float32' }], { batch: 1 })).toThrow(/how many dimensions/)
    expect(() => shapesOf([float('batch', 1, 'knots')], { batch: 1 })).toThrow(/"knots".*give its size in dimensions/)
    expect(() => shapesOf([{ name: 'text', type: 'string', shape: [1] }], { batch: 1 })).toThrow(/"text" is of type string/)
    expect(() => shapesOf([float('batch')], { batch: 0 })).toThrow(/batch is 0/)
  })
})
